import { formatNumber } from "../../language/numbers.ts";
import { sayLookedFor, triedSets } from "../../replay/looking-back/kept/say-looked-for.ts";
import type { RecordKind, RecordStates } from "../../store/records.ts";
import {
  absence,
  day,
  inAll,
  mark,
  named,
  names,
  objections,
  orNothing,
  roles,
  sanctionDue,
  type Voice,
} from "./field-texts.ts";

/** A field of a record that the auditor sees: its label has the key `audit.field.<label>`. */
interface ShownField<State> {
  label: string;
  show(state: State, voice: Voice): string;
}

type ShownFields = { [Kind in RecordKind]: readonly ShownField<RecordStates[Kind]>[] };

/** What is shown of each kind of record. Of secrets, nothing is. What a case holds is told by the fields of its form. */
export const SHOWN_FIELDS: ShownFields = {
  chamber: [
    { label: "name", show: ({ name }) => inAll(name) },
    { label: "region", show: ({ region }) => inAll(region) },
  ],
  consultant: [
    { label: "name", show: ({ name }) => name },
    { label: "chamber", show: ({ chamber }) => chamber },
    { label: "member-since", show: ({ memberSince }, voice) => day(voice, memberSince) },
    { label: "member-until", show: ({ memberUntil }, voice) => day(voice, memberUntil) },
    { label: "absences", show: ({ absences }, voice) => absences.map((one) => absence(voice, one)).join("; ") },
    { label: "formerly", show: ({ formerly = [] }) => formerly.join(", ") },
  ],
  case: [
    { label: "consultant", show: ({ consultantName }) => consultantName },
    { label: "latest", show: ({ latest }, { say }) => (latest ? say("case.decision", { number: latest.number }) : "") },
    { label: "outcome", show: ({ latest }, { say }) => (latest ? say(`outcome.${latest.outcome}`) : "") },
    { label: "total", show: ({ latest }, { language }) => (latest ? formatNumber(language, latest.total) : "") },
    { label: "sanction-due", show: ({ latest }, voice) => sanctionDue(voice, latest?.sanctionDue) },
  ],
  decision: [
    { label: "outcome", show: ({ decision }, { say }) => say(`outcome.${decision.outcome}`) },
    { label: "total", show: ({ decision }, { language }) => formatNumber(language, decision.points.total) },
    { label: "norm", show: ({ decision }, { language }) => formatNumber(language, decision.points.norm) },
    { label: "as-of", show: ({ decision }, voice) => day(voice, decision.asOf) },
    { label: "rule-set", show: ({ decision }) => decision.ruleSet.sha256 },
    { label: "engine", show: ({ engine }) => engine },
    { label: "confirmed-by", show: ({ confirmedBy }) => confirmedBy },
    { label: "corrects", show: ({ corrects }) => orNothing(corrects) },
    { label: "reason", show: ({ reason }) => orNothing(reason) },
  ],
  sanction: [
    { label: "sanction", show: ({ sanction }, voice) => named(voice, "sanctions", sanction) },
    { label: "imposed-on", show: ({ imposedOn }, voice) => day(voice, imposedOn) },
    { label: "rests-on", show: ({ decision }) => orNothing(decision) },
  ],
  "rule-set": [
    { label: "regime", show: ({ regime }) => regime },
    { label: "effective-year", show: ({ effectiveYear }) => String(effectiveYear) },
    { label: "revision", show: ({ revision }) => String(revision) },
    { label: "text", show: ({ text }, voice) => mark(voice, text) },
  ],
  adoption: [
    { label: "effective-year", show: ({ effectiveYear }) => String(effectiveYear) },
    { label: "revision", show: ({ revision }) => String(revision) },
    { label: "rule-set", show: ({ ruleSet }) => ruleSet },
    { label: "adopted-on", show: ({ adoptedOn }, voice) => day(voice, adoptedOn) },
    { label: "draft", show: ({ draft }) => orNothing(draft) },
  ],
  draft: [
    { label: "title", show: ({ title }) => title },
    { label: "status", show: ({ status }, { say }) => say(`draft.status.${status}`) },
    { label: "authors", show: ({ authors }) => names(authors) },
    { label: "based-on", show: ({ basedOn }) => orNothing(basedOn) },
    { label: "correction", show: ({ correction }) => orNothing(correction) },
    { label: "text", show: ({ text }, voice) => mark(voice, text) },
    { label: "approvals", show: ({ review }) => names((review?.approvals ?? []).map(({ by }) => by)) },
    { label: "objections", show: ({ review }) => objections(review?.objections ?? []) },
    { label: "remarks", show: ({ remarks }) => remarks.map(({ text }) => text).join(" · ") },
    { label: "ending", show: ({ ending }) => orNothing(ending) },
  ],
  document: [
    { label: "file-name", show: ({ name }) => name },
    { label: "media-type", show: ({ mediaType }) => mediaType },
    { label: "bytes", show: ({ bytes }, { language }) => formatNumber(language, bytes) },
    { label: "sha256", show: ({ sha256 }) => sha256 },
  ],
  "looking-back": [
    { label: "looked-for", show: ({ asked }, { language }) => sayLookedFor(language, asked) },
    { label: "rule-set", show: ({ asked }) => triedSets(asked).join(", ") },
    { label: "chamber", show: ({ chamber }) => orNothing(chamber) },
    { label: "note", show: ({ note }) => orNothing(note) },
    { label: "engine", show: ({ engine }) => engine },
    { label: "sha256", show: ({ list }) => list.sha256 },
  ],
  account: [
    { label: "login", show: ({ login }) => login },
    { label: "name", show: ({ name }) => name },
    { label: "roles", show: ({ grants }, voice) => roles(voice, grants) },
    { label: "closed", show: ({ closed }, { say }) => say(closed ? "diff.yes" : "diff.no") },
  ],
  credential: [],
  session: [],
  link: [],
};

/** Whether a record holds secrets: only that it changed is told. */
export const isSecret = (kind: RecordKind): boolean => SHOWN_FIELDS[kind].length === 0;
