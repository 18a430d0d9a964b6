import type { Language } from "../../../engine/index.ts";
import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import type { PageHead } from "../../pages/page.ts";
import type { PublishedRules } from "../../published-rules.ts";
import { decisionView } from "../../report-check/decision/decision-view.ts";
import { printedFoot } from "../../rules-in-force/printed-foot.ts";
import type { CaseRecord, RecordedDecision, Stored } from "../../store/records.ts";
import { caseAddress } from "../places.ts";

/** A recorded decision, the case that it is on, and the rule set that it was made under. */
export interface ShownDecision {
  language: Language;
  recorded: RecordedDecision;
  kept: Stored<CaseRecord>;
  rules: PublishedRules;
  /** Whether the reader may see the whole chamber. */
  readsChamber: boolean;
}

/** Who recorded it and when, what it corrects and why, and what decided and confirmed it. */
function recordedFacts({ language, recorded }: ShownDecision) {
  const say = messages(language);
  const { recordedAt, recordedBy, corrects, reason, engine, confirmedBy, number } = recorded;
  const facts = [
    { term: say("recorded.number"), text: String(number) },
    { term: say("recorded.at"), text: formatInstant(language, recordedAt) },
    { term: say("recorded.by"), text: recordedBy.name },
  ];
  if (corrects !== null) facts.push({ term: say("recorded.corrects", { number: corrects }), text: reason ?? "–" });
  return [
    ...facts,
    { term: say("recorded.engine"), text: `qagida ${engine}` },
    { term: say("recorded.second-opinion"), text: confirmedBy },
  ];
}

/** Builds the page of a recorded decision: what was decided, exactly as then, and how it was recorded. */
export function decisionPage(shown: ShownDecision): { head: PageHead; model: object } {
  const { language, recorded, kept, rules, readsChamber } = shown;
  const { content, decision, number } = recorded;
  const say = messages(language);
  const { chamber, reportingYear, consultant, consultantName, latest } = kept.state;
  const address = caseAddress(language, chamber, reportingYear, consultant);
  const name = say("entry.title", { name: consultantName, year: String(reportingYear) });
  const newer = latest && latest.number > number ? latest.number : null;
  return {
    head: {
      title: say("recorded.page-title", { name, number }),
      section: readsChamber ? "chambers" : "my-years",
      printed: printedFoot(language, rules),
    },
    model: {
      back: { href: address, text: name },
      heading: say("recorded.heading", { number, instant: formatInstant(language, recorded.recordedAt) }),
      newer:
        newer === null
          ? null
          : { href: `${address}/decisions/${newer}`, text: say("case.decision", { number: newer }) },
      decision: decisionView(language, { case: content, decision, rules }),
      recorded: recordedFacts(shown),
      sha256: decision.ruleSet.sha256,
      files: {
        case: `${address}/decisions/${number}/case.json`,
        decision: `${address}/decisions/${number}/decision.json`,
      },
    },
  };
}
