import { type Static, Type } from "@sinclair/typebox";
import { ConditionRef } from "./condition.ts";
import { FactName, ids, list, Name, part, positive, Rounding } from "./part.ts";
import { closed, Id, LARGEST_NUMBER, Points } from "./words.ts";

/** What a weight is per: a documented item, times its units; or so many (`every`) of a number that is a fact. */
export type Per = "item" | { fact: string; every: number };
const Per = Type.Unsafe<Per>({
  type: ["string", "object"],
  pattern: "^item$",
  properties: { fact: FactName, every: positive(LARGEST_NUMBER) },
  required: ["fact", "every"],
  additionalProperties: false,
});

const Multiplier = Type.Object(
  { when: ConditionRef, by: positive(100) },
  { ...closed, description: "What the rounded credit is multiplied by where the condition holds." },
);

/** How a credit is found: the weight per what, its rounding, then its multipliers. */
const credit = {
  weight: Points,
  per: Per,
  rounding: Type.Optional(Rounding),
  multipliers: Type.Optional(Type.Array(Multiplier, { minItems: 1, maxItems: 20 })),
};

const CategoryCredit = Type.Object(
  { category: Id, ...credit },
  { ...closed, description: "A part of the activity that counts in a category, measured for itself." },
);

export const Form = Type.Object(
  {
    ...part,
    short: Type.Optional(Name),
    item: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
    ...credit,
    categories: Type.Optional(ids),
    credits: Type.Optional(Type.Array(CategoryCredit, { minItems: 1, maxItems: 50 })),
    when: Type.Optional(ConditionRef),
    evidence: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { minItems: 1, maxItems: 50 })),
  },
  {
    ...closed,
    description:
      "An activity form: how its credit is found; the categories in which all of it counts, and those in which a part of it does; its own condition; the kinds of documents that it takes.",
  },
);

export const Category = Type.Object(part, { ...closed, description: "A kind of content in which credits count." });

export const Forms = list(Form);
export type Form = Static<typeof Form>;
export type Category = Static<typeof Category>;
export type CreditRule = Pick<Form, "weight" | "per" | "rounding" | "multipliers">;
