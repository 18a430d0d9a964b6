import { createHash } from "node:crypto";
import type { Absence, Language, Text } from "../../../engine/index.ts";
import { grantName } from "../../accounts/role-names.ts";
import { formatDayInTable } from "../../language/days.ts";
import type { Messages } from "../../language/messages.ts";
import type { RuleBook } from "../../published-rules.ts";
import type { Chamber, Grant, Objection, Stored } from "../../store/records.ts";

/** What states are told with. */
export interface Voice {
  language: Language;
  say: Messages;
  chambers: readonly Stored<Chamber>[];
  /** The rules that the names of leaves and sanctions are taken from. */
  rules: RuleBook;
}

/** A calendar day as a table writes it. */
export const day = ({ language }: Voice, value: string | null): string =>
  value ? formatDayInTable(language, value) : "";

/** A value as it is; nothing where there is none. */
export const orNothing = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? "" : String(value);

/** A text in all languages in which it differs. */
export const inAll = ({ kk, ru, en }: Text): string => [...new Set([kk, ru, en])].join(" · ");

/** People by their names. */
export const names = (people: readonly { name: string }[]): string => people.map(({ name }) => name).join(", ");

/** Marks a long text so that two that differ can be told apart. */
export const mark = ({ say }: Voice, text: string): string =>
  say("audit.text", { characters: text.length, hash: createHash("sha256").update(text).digest("hex").slice(0, 8) });

/** A leave or a sanction as the newest rules name it. */
export const named = ({ language, rules }: Voice, part: "absences" | "sanctions", id: string): string =>
  rules.published.at(-1)?.ruleSet[part]?.find((one) => one.id === id)?.name[language] ?? id;

/** A leave or a suspension with its ground and its days. */
export function absence(voice: Voice, { kind, ground, from, to }: Absence): string {
  const { say } = voice;
  const because = ground && say.has(`ground.${ground}`) ? say(`ground.${ground}`) : ground;
  return [named(voice, "absences", kind), because, `${day(voice, from)} – ${day(voice, to)}`]
    .filter(Boolean)
    .join(", ");
}

/** The sanction that is due, if any. */
export const sanctionDue = (voice: Voice, id: string | null | undefined): string =>
  id ? named(voice, "sanctions", id) : "";

/** What an account may be, each role with its chamber or consultant. */
export const roles = ({ language, chambers }: Voice, grants: readonly Grant[]): string =>
  grants.map((held) => grantName(language, chambers, held)).join("; ");

/** The objections that stand. */
export const objections = (all: readonly Objection[]): string =>
  all
    .filter(({ liftedAt }) => liftedAt === null)
    .map(({ by, reason }) => `${by.name}: ${reason}`)
    .join(" · ");
