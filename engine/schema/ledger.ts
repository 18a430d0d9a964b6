import { type Static, Type } from "@sinclair/typebox";
import { ConditionRef } from "./condition.ts";
import { ids, oneOf, PointsOrAmount, part } from "./part.ts";
import { Clauses, closed, Id } from "./words.ts";

/** Which credits are meant: of these forms, of activities for which a condition holds, in one category; all where nothing is said. */
export const selection = {
  forms: Type.Optional(ids),
  when: Type.Optional(ConditionRef),
  category: Type.Optional(Id),
};

export const Limit = Type.Object(
  { ...part, ...selection, most: PointsOrAmount, per: Type.Optional(oneOf("item", "day", "year")) },
  {
    ...closed,
    description:
      "The most points that the selected credits give: each item, for each day it lasted, or together in a year.",
  },
);

export const Assignment = Type.Object(
  {
    ...part,
    categories: Type.Array(Type.Object({ category: Id, until: Type.Optional(PointsOrAmount) }, closed), {
      minItems: 2,
      maxItems: 20,
    }),
  },
  {
    ...closed,
    description:
      "Categories of which an activity may serve only one: the first that has not reached its `until` yet, else the last.",
  },
);

export const CarryOver = Type.Object(
  {
    ...selection,
    withoutCategory: Type.Optional(Id),
    most: Type.Optional(PointsOrAmount),
    lasts: oneOf("one-year", "until-used"),
    clauses: Clauses,
  },
  {
    ...closed,
    description: "What is above the norm and may count in the next year: of the selected credits, at most so much.",
  },
);

/** Over which years a measure sums: this one, the cycle so far, or this and the years before it, so many in all. */
export type Over = "year" | "cycle" | { years: number };
const Over = Type.Unsafe<Over>({
  type: ["string", "object"],
  pattern: "^(year|cycle)$",
  properties: { years: { type: "integer", minimum: 2, maximum: 20 } },
  required: ["years"],
  additionalProperties: false,
});

const Term = Type.Object(
  { ...selection, above: Type.Optional(PointsOrAmount), most: Type.Optional(PointsOrAmount) },
  { ...closed, description: "A summand: the selected credits, only what is above so much, at most so much." },
);

export const Measure = Type.Object(
  {
    ...part,
    ...selection,
    terms: Type.Optional(Type.Array(Term, { minItems: 2, maxItems: 20 })),
    count: Type.Optional(oneOf("activities", "unfulfilled-years")),
    over: Type.Optional(Over),
  },
  {
    ...closed,
    description:
      "A named sum over what was credited: of the selected credits, or of several terms; or a count of activities, or of unfulfilled years.",
  },
);

export type Limit = Static<typeof Limit>;
export type Assignment = Static<typeof Assignment>;
export type CarryOver = Static<typeof CarryOver>;
export type Measure = Static<typeof Measure>;
export type Term = Static<typeof Term>;
export type Selection = Pick<Limit, "forms" | "when" | "category">;
