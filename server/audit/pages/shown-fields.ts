import { createHash } from "node:crypto";
import type { Absence, Language, Text } from "../../../engine/index.ts";
import { grantName } from "../../accounts/role-names.ts";
import { formatDayInTable } from "../../language/days.ts";
import type { Messages } from "../../language/messages.ts";
import { formatNumber } from "../../language/numbers.ts";
import type { RuleBook } from "../../published-rules.ts";
import type { Chamber, Grant, RecordKind, RecordStates, Stored } from "../../store/records.ts";

/** What states are told with. */
export interface Voice {
  language: Language;
  say: Messages;
  chambers: readonly Stored<Chamber>[];
  /** The rules that the names of leaves and sanctions are taken from. */
  rules: RuleBook;
}

/** A field of a record that the auditor sees: its label has the key `audit.field.<label>`. */
interface ShownField<State> {
  label: string;
  show(state: State, voice: Voice): string;
}

type ShownFields = { [Kind in RecordKind]: readonly ShownField<RecordStates[Kind]>[] };

const day = ({ language }: Voice, value: string | null): string => (value ? formatDayInTable(language, value) : "");
const orNothing = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? "" : String(value);
const inAll = ({ kk, ru, en }: Text): string => [...new Set([kk, ru, en])].join(" · ");
const names = (people: readonly { name: string }[]): string => people.map(({ name }) => name).join(", ");

/** Marks a long text so that two that differ can be told apart. */
const mark = ({ say }: Voice, text: string): string =>
  say("audit.text", { characters: text.length, hash: createHash("sha256").update(text).digest("hex").slice(0, 8) });

/** A leave or a sanction as the newest rules name it. */
const named = ({ language, rules }: Voice, part: "absences" | "sanctions", id: string): string =>
  rules.published.at(-1)?.ruleSet[part]?.find((one) => one.id === id)?.name[language] ?? id;

function absence(voice: Voice, { kind, ground, from, to }: Absence): string {
  const { say } = voice;
  const because = ground && say.has(`ground.${ground}`) ? say(`ground.${ground}`) : ground;
  return [named(voice, "absences", kind), because, `${day(voice, from)} – ${day(voice, to)}`]
    .filter(Boolean)
    .join(", ");
}

const sanctionDue = (voice: Voice, id: string | null | undefined): string => (id ? named(voice, "sanctions", id) : "");

const roles = ({ language, chambers }: Voice, grants: readonly Grant[]): string =>
  grants.map((held) => grantName(language, chambers, held)).join("; ");

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
    { label: "status", show: ({ status }) => status },
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

const objections = (all: readonly { by: { name: string }; reason: string; liftedAt: string | null }[]): string =>
  all
    .filter(({ liftedAt }) => liftedAt === null)
    .map(({ by, reason }) => `${by.name}: ${reason}`)
    .join(" · ");

/** Whether a record holds secrets: only that it changed is told. */
export const isSecret = (kind: RecordKind): boolean => SHOWN_FIELDS[kind].length === 0;
