import type { TSchema } from "@sinclair/typebox";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { isDay, isMonthDay } from "../calendar.ts";
import { isHundredths } from "../points.ts";
import { type Problem, pointerStep, problem } from "./problem.ts";

/** Above so many nodes only the first problem is looked for, so that a hostile document cannot make a long list. */
const MOST_NODES_IN_FULL = 50_000;
const MOST_PROBLEMS = 100;

const FORMATS = {
  day: isDay,
  "month-day": isMonthDay,
  hundredths: { type: "number", validate: isHundredths },
} as const;

const FORMAT_CODES: Readonly<Record<string, string>> = {
  day: "not-a-day",
  "month-day": "not-a-month-day",
  hundredths: "over-precise",
};

const PATTERN_CODES: Readonly<Record<string, string>> = {
  "^[a-z0-9]+(-[a-z0-9]+)*$": "not-an-id",
  "^(0[1-9]|1[0-2])-01$": "not-a-first-of-month",
  "^(/[^/]+)+$": "not-a-pointer",
};

/** The words that a pattern allows, where it stands for a few words beside an object. */
const PATTERN_WORDS: Readonly<Record<string, string>> = { "^item$": "item", "^(year|cycle)$": "year, cycle" };

type Translate = (pointer: string, params: Record<string, unknown>) => Problem;

const limit =
  (code: string): Translate =>
  (pointer, { limit }) =>
    problem(code, pointer, { limit: limit as number });

const empty: Translate = (pointer) => problem("empty", pointer);

/** What each keyword of the schemas says, as a problem. Keywords that are left out only repeat another's word. */
const TRANSLATIONS: Readonly<Record<string, Translate>> = {
  required: (pointer, { missingProperty }) => problem("missing-field", pointer, { field: missingProperty as string }),
  additionalProperties: (pointer, { additionalProperty }) =>
    problem("unknown-field", pointer + pointerStep(additionalProperty as string), {
      field: additionalProperty as string,
    }),
  type: (pointer, { type }) => problem("wrong-type", pointer, { expected: [type].flat().join("-or-") }),
  format: (pointer, { format }) => problem(FORMAT_CODES[format as string] ?? "wrong-type", pointer),
  pattern: (pointer, { pattern }) => {
    const allowed = PATTERN_WORDS[pattern as string];
    if (allowed !== undefined) return problem("not-allowed", pointer, { allowed });
    return problem(PATTERN_CODES[pattern as string] ?? "not-an-id", pointer);
  },
  enum: (pointer, { allowedValues }) =>
    problem("not-allowed", pointer, { allowed: (allowedValues as string[]).join(", ") }),
  minimum: limit("too-small"),
  exclusiveMinimum: limit("not-above"),
  maximum: limit("too-big"),
  minLength: empty,
  minItems: empty,
  minProperties: empty,
  maxLength: limit("too-long"),
  maxItems: limit("too-many"),
  maxProperties: limit("too-many"),
};

const isBranchOfOneOf = (error: ErrorObject): boolean => /\/oneOf\/\d+/.test(error.schemaPath);

/** A condition is a schema of its own; the one other choice between shapes is that of an amount, within a rule set. */
const ofShape = ({ schemaPath, instancePath }: ErrorObject): Problem =>
  problem(schemaPath === "#/oneOf" ? "not-a-condition" : "not-an-amount", instancePath);

function translate(error: ErrorObject): Problem | null {
  if (isBranchOfOneOf(error)) return null;
  if (error.keyword === "oneOf") return ofShape(error);
  return TRANSLATIONS[error.keyword]?.(error.instancePath, error.params) ?? null;
}

/** Tells what is wrong with a value of so many nodes, at most a hundred problems; none where it is valid. */
export type Validator = (value: unknown, nodes: number) => Problem[];

/** A validator of a schema and the schemas it refers to by name, compiled when it is first used. */
export function createValidator(schema: TSchema, definitions: readonly object[] = []): Validator {
  const compile = (allErrors: boolean): ValidateFunction => {
    const ajv = new Ajv({ allErrors, strict: true, allowUnionTypes: true, strictRequired: false, formats: FORMATS });
    for (const definition of definitions) ajv.addSchema(definition);
    return ajv.compile(schema);
  };
  let quick: ValidateFunction | null = null;
  let thorough: ValidateFunction | null = null;

  return (value, nodes) => {
    quick ??= compile(false);
    if (quick(value)) return [];
    let errors = quick.errors ?? [];
    if (nodes <= MOST_NODES_IN_FULL) {
      thorough ??= compile(true);
      thorough(value);
      errors = thorough.errors ?? [];
    }
    const problems = errors.map(translate).filter((found) => found !== null);
    return problems.slice(0, MOST_PROBLEMS);
  };
}
