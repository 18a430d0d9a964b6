import { readable } from "../../../../engine/check/places.ts";
import type { FactType } from "../../../../engine/facts/fact-types.ts";
import type { Fact } from "../../../../engine/facts/facts.ts";
import type { Editing } from "./editing.ts";

type Where = Pick<Parameters<typeof readable>[1], "stage" | "scope" | "before">;

/** When the conditions of a section are tried, and of what; those of all others look at one activity. */
const CONDITIONS: Readonly<Record<string, (editing: Editing) => Where>> = {
  exemptions: ({ value }) => ({ stage: "exemptions", scope: value.forAny === "absence" ? "absence" : "case" }),
  amounts: ({ name }) => ({ stage: "amounts", scope: "case", before: `amount.${name.part}` }),
  requirements: () => ({ stage: "requirements", scope: "case" }),
  sanctions: () => ({ stage: "requirements", scope: "case" }),
  cycle: () => ({ stage: "membership", scope: "case" }),
};

const ofActivities: Where = { stage: "activities", scope: "activity" };

/** The facts that may be read in a part, by name. */
export function factsHere(editing: Editing): ReadonlyMap<string, Fact> {
  const where = CONDITIONS[editing.name.section.id]?.(editing) ?? ofActivities;
  return readable(editing.facts, { pointer: "", ...where });
}

const NUMBERS: readonly FactType[] = ["points", "number", "count"];

/** What a fact that is named outside of conditions has to be, by the section; `own` where it is of the activity. */
const NAMED: Readonly<Record<string, { types: readonly FactType[]; own?: boolean }>> = {
  cycle: { types: ["day"] },
  amounts: { types: NUMBERS },
  forms: { types: ["number", "count"], own: true },
};

/** The facts that a field may name outside of conditions. */
export function namableFacts(editing: Editing): Fact[] {
  const { types, own = false } = NAMED[editing.name.section.id] ?? { types: NUMBERS };
  return [...factsHere(editing).values()].filter(
    ({ type, scope }) => types.includes(type) && (!own || scope === "activity"),
  );
}
