import { describe, expect, it } from "vitest";
import { RuleSetSchema } from "../../engine/schema/rule-set.ts";
import { explainRuleSet, titleOf } from "../../server/language/explain/explain-rule-set.ts";
import { LANGUAGES } from "../../server/language/languages.ts";
import { EVERYTHING } from "./everything.ts";

type Json = string | number | boolean | Json[] | { [field: string]: Json };
type Schema = { properties?: Record<string, Schema>; items?: Schema };

/** What only programs read, what can be but one word, and the name of a limit that is said with its form. */
const UNSAID =
  /^\/(\$schema|regime|examples|interpretations\/\d+\/governs|limits\/1\/name|attributes\/\w+\/0\/type)|\/id$|\/creditedBy$|\/forAny$/;

/** What may stand instead of a word that is one of a few. */
const OTHER_WORDS: Readonly<Record<string, Json>> = {
  down: "up",
  up: "nearest",
  item: "day",
  day: "year",
  cycle: "year",
  full: "any-part",
  text: "number",
  number: "text",
  boolean: "text",
  activities: "unfulfilled-years",
  "one-year": "until-used",
  "next-working-day": "none",
  in: "notIn",
  equal: "notEqual",
  greaterThan: "lessThan",
  greaterThanInclusive: "lessThan",
  lessThan: "greaterThan",
};

function other(value: Json): Json {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (/^\d{4}-\d\d-\d\d$/.test(value as string)) return "2031-05-01";
  if (/^\d\d-\d\d$/.test(value as string)) return "05-01";
  return OTHER_WORDS[value as string] ?? `${value}x`;
}

const isOfForm = (pointer: string): boolean => /^\/forms\/.*\/per$/.test(pointer);

/** Every leaf of a value: its pointer, and the value with that leaf changed. */
function* changes(value: Json, pointer = ""): Generator<[pointer: string, changed: Json]> {
  if (typeof value !== "object") {
    const isItem = value === "item" && isOfForm(pointer);
    yield [pointer, isItem ? { fact: "activity.days", every: 2 } : other(value)];
    return;
  }
  for (const [field, inner] of Object.entries(value)) {
    for (const [place, changed] of changes(inner, `${pointer}/${field}`)) {
      yield [place, Array.isArray(value) ? value.with(Number(field), changed) : { ...value, [field]: changed }];
    }
  }
}

const said = (set: Json): string =>
  JSON.stringify(
    LANGUAGES.map((language) => [titleOf(language, set as never), explainRuleSet(language, set as never)]),
  );

/** The paths of the fields that a schema names; those of conditions and of cases are told elsewhere. */
function fieldsOf({ properties = {}, items }: Schema, path = ""): string[] {
  const own = Object.entries(properties).flatMap(([field, inner]) => [
    `${path}/${field}`,
    ...fieldsOf(inner, `${path}/${field}`),
  ]);
  return items ? [...own, ...fieldsOf(items, `${path}/*`)] : own;
}

describe("the set with everything", () => {
  const set = EVERYTHING as unknown as Json;
  const leaves = [...changes(set)];

  it("holds every field that the schema names", () => {
    const held = new Set(
      leaves.flatMap(([pointer]) => {
        const steps = pointer.replace(/\/\d+/g, "/*").split("/");
        return steps.map((_, at) => steps.slice(0, at + 1).join("/"));
      }),
    );
    const named = fieldsOf(RuleSetSchema as Schema).filter((field) => !/^\/(\$schema|examples)/.test(field));
    expect(named.filter((field) => !held.has(field))).toEqual([]);
  });

  it("says each of its fields", { timeout: 30_000 }, () => {
    const before = said(set);
    const silent = leaves
      .filter(([pointer, changed]) => !UNSAID.test(pointer) && said(changed) === before)
      .map(([pointer]) => pointer);
    expect(silent).toEqual([]);
  });
});
