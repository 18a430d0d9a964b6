import type { Language, Problem } from "../../../engine/index.ts";
import { formatDay } from "../../language/days.ts";
import { messages } from "../../language/messages.ts";
import type { PageHead } from "../../pages/page.ts";
import { describe } from "../../report-check/field-errors.ts";
import type { CaseRecord, DocumentRecord, RecordedDecision, Sanction, Stored } from "../../store/records.ts";
import { attachView, documentLine } from "../documents/document-view.ts";
import { addressOf, caseAddress, type Place } from "../places.ts";
import { backToYear } from "../year/back-to-year.ts";
import { decisionLine, latestText } from "./case-texts.ts";
import { type EnteredSanction, imposeConflictView } from "./impose-conflict-view.ts";
import { imposeView } from "./impose-view.ts";
import type { KeptMeanwhile } from "./kept-meanwhile.ts";
import { newSubmission } from "./sent-form.ts";

/** What the page of a case shows, and what its reader may do on it. */
export interface ShownCase {
  language: Language;
  place: Place;
  kept: Stored<CaseRecord>;
  decisions: readonly Stored<RecordedDecision>[];
  sanctions: readonly Stored<Sanction>[];
  documents: readonly Stored<DocumentRecord>[];
  may: { readChamber: boolean; correct: boolean; impose: boolean; attach: boolean };
  /** The day that was typed for a sanction, or today, as people write it. */
  day: string;
  problem: Problem | null;
  /** Both sides, where a sanction was to be imposed on a case that was changed meanwhile. */
  conflict: { entered: EnteredSanction; meanwhile: KeptMeanwhile } | null;
}

/** Where the reader came from: the list, or a consultant's own years. */
function backLink({ language, place, may }: ShownCase) {
  if (may.readChamber) return backToYear(language, place);
  return { href: `/${language}/my-years`, text: messages(language)("my-years.title") };
}

function sanctionLines({ language, place, kept, sanctions }: ShownCase, address: string) {
  const say = messages(language);
  const names = new Map(place.rules.ruleSet.sanctions.map(({ id, name }) => [id, name[language]]));
  return (kept.state.content.sanctions ?? []).map(({ sanction, imposedOn }) => {
    const number = sanctions.find(({ state }) => state.sanction === sanction)?.state.decision ?? null;
    return {
      name: names.get(sanction) ?? sanction,
      day: formatDay(language, imposedOn),
      decision:
        number === null ? null : { href: `${address}/decisions/${number}`, text: say("case.rests-on", { number }) },
    };
  });
}

function correctLink({ language, place, kept, may }: ShownCase, address: string) {
  if (!may.correct) return null;
  const say = messages(language);
  if (kept.state.latest) return { href: `${address}/correct`, text: say("case.correct") };
  const { chamber, year } = place;
  return {
    href: `${addressOf(language, chamber.id, year)}/new?consultant=${encodeURIComponent(kept.state.consultant)}`,
    text: say("case.decide"),
  };
}

/** Builds the page of a case: how it stands, what is due, its decisions, sanctions and documents. */
export function casePage(shown: ShownCase): { head: PageHead; model: object } {
  const { language, place, kept, decisions, documents, may, problem, conflict, day } = shown;
  const say = messages(language);
  const { latest, consultant, consultantName } = kept.state;
  const address = caseAddress(language, place.chamber.id, place.year, consultant);
  const heading = say("entry.title", { name: consultantName, year: String(place.year) });
  const onFile = problem?.pointer === "/file" ? problem : null;
  const onDay = problem && !onFile ? problem : null;
  return {
    head: {
      title: problem ? say("form.error-title", { title: heading }) : heading,
      section: may.readChamber ? "chambers" : "my-years",
    },
    model: {
      heading,
      back: backLink(shown),
      errors: problem ? [{ href: onFile ? "#file" : "#imposedOn", message: describe(language, problem) }] : null,
      conflict: conflict && imposeConflictView(language, place.rules, conflict.entered, conflict.meanwhile),
      version: kept.version,
      submission: newSubmission(),
      latest: latest && latestText(language, address, latest),
      correct: correctLink(shown, address),
      impose: may.impose ? imposeView(language, place.rules, kept.state, address, { day, problem: onDay }) : null,
      decisions: decisions.map((decision) => decisionLine(language, address, decision)).reverse(),
      sanctions: sanctionLines(shown, address),
      documents: documents.map((document) => documentLine(language, address, document)),
      attach: may.attach ? attachView(language, address, onFile) : null,
    },
  };
}
