import { Type } from "@sinclair/typebox";

/** A value that a condition compares a fact with. Numbers of points are written as points, days as `YYYY-MM-DD`. */
export type Constant = number | string | boolean;

/** One comparison: a fact, an operator of the closed table, and a constant, a list of constants or another fact. */
export interface Comparison {
  fact: string;
  operator: string;
  value: Constant | Constant[] | { fact: string };
}

/** A condition in the grammar of json-rules-engine: a closed subset, without `path`, `params` and `priority`. */
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Comparison;

/** How many conditions one `all` or `any` may hold, and how deep conditions may be nested. */
export const MOST_BRANCHES = 100;

const branches = { type: "array", items: { $ref: "Condition" }, minItems: 1, maxItems: MOST_BRANCHES };

/** The published schema of a condition. Written without `anyOf`, so that a fault is named where it is. */
export const ConditionSchema = Type.Unsafe<Condition>({
  $id: "Condition",
  type: "object",
  additionalProperties: false,
  properties: {
    all: branches,
    any: branches,
    not: { $ref: "Condition" },
    fact: { type: "string", minLength: 1, maxLength: 100 },
    operator: { type: "string", minLength: 1, maxLength: 40 },
    value: {
      type: ["number", "string", "boolean", "array", "object"],
      maxLength: 200,
      maxItems: 200,
      items: { type: ["number", "string", "boolean"], maxLength: 200 },
      properties: { fact: { type: "string", minLength: 1, maxLength: 100 } },
      required: ["fact"],
      additionalProperties: false,
    },
  },
  oneOf: [
    { required: ["all"], maxProperties: 1 },
    { required: ["any"], maxProperties: 1 },
    { required: ["not"], maxProperties: 1 },
    { required: ["fact", "operator", "value"], properties: { all: false, any: false, not: false } },
  ],
});

/** A place that holds a condition. */
export const ConditionRef = Type.Unsafe<Condition>(Type.Ref("Condition"));
