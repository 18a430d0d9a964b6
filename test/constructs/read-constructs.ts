import { readdirSync, readFileSync } from "node:fs";
import { type Case, parseCase, parseRuleSet, type RuleSet } from "../../engine/index.ts";

type Fields = Record<string, unknown>;

/** One construct of the language: what it says, the rules that use it, and cases that it decides. */
export interface Construct {
  file: string;
  construct: string;
  says: { kk?: string; ru?: string; en: string };
  /** What stands in place of the parts of the minimal rule set. */
  rules: Fields;
  cases: ConstructCase[];
}

/** A case as far as it differs from the minimal one, and the part of the decision that must hold. */
export interface ConstructCase {
  name: string;
  asOf: string;
  case: Fields & { activities: Fields[]; consultant?: Fields };
  expect: Fields;
}

const folder = new URL("./", import.meta.url);
const readJson = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), "utf8"));

/** A rule set and a case that use nothing but what has to be there; names and clauses are left out. */
const minimal = readJson("minimal.json") as { rules: Fields; case: Fields & { consultant: Fields }; activity: Fields };

/** Every construct, by the order of the files. */
export const constructs: Construct[] = readdirSync(folder)
  .filter((file) => file.endsWith(".json") && file !== "minimal.json")
  .map((file) => ({ file, ...(readJson(file) as Omit<Construct, "file">) }));

const text = (words: string) => ({ kk: words, ru: words, en: words });
const withClauses = (part: unknown): Fields => ({ clauses: ["1"], ...(part as Fields) });
const isPart = (value: unknown): value is Fields & { id: string } => typeof (value as Fields | null)?.id === "string";

/** The parts of a list with the names and clauses that were left out. */
const completedList = (list: unknown[]): unknown[] =>
  list.map((part) => (isPart(part) ? { name: text(part.id), ...withClauses(part) } : part));

const completedLists = (lists: unknown): Fields =>
  Object.fromEntries(Object.entries(lists as Fields).map(([name, list]) => [name, completedList(list as unknown[])]));

const completedDeadlines = (deadlines: unknown): Fields =>
  Object.fromEntries(
    Object.entries(deadlines as Fields).map(([id, one]) => [id, { name: text(id), ...withClauses(one) }]),
  );

function completedField(name: string, held: unknown): unknown {
  if (Array.isArray(held)) return completedList(held);
  if (name === "attributes") return completedLists(held);
  if (name === "deadlines") return completedDeadlines(held);
  return typeof held === "object" ? withClauses(held) : held;
}

/** The rule set of a construct: the minimal one with the construct's parts, every part named and with a clause. */
export function rulesOf({ construct, rules }: Pick<Construct, "construct" | "rules">): RuleSet {
  const fields = Object.entries({ ...minimal.rules, ...rules });
  const completed = Object.fromEntries(fields.map(([name, held]) => [name, completedField(name, held)]));
  return parseRuleSet({ name: text(construct), ...completed });
}

/** The whole case: the minimal one with what is given; an activity begins on the day it ended where it says nothing. */
export function caseOf({ case: given }: Pick<ConstructCase, "case">): Case {
  return parseCase({
    ...minimal.case,
    ...given,
    consultant: { ...minimal.case.consultant, ...given.consultant },
    activities: given.activities.map((activity, at) => ({
      id: `a${at + 1}`,
      from: activity.to,
      ...minimal.activity,
      ...activity,
    })),
  });
}
