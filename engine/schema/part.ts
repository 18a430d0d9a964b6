import { Type } from "@sinclair/typebox";
import { Clauses, closed, Id, LARGEST_NUMBER, type Text } from "./words.ts";

/** A name in the three languages. */
export const Name = Type.Unsafe<Text>(Type.Ref("Text"));

/** What every part of a rule set has: an id, a name in the three languages, the clauses it rests on. */
export const part = { id: Id, name: Name, clauses: Clauses };

/** One of a few words. */
export const oneOf = <const Words extends readonly string[]>(...words: Words) =>
  Type.Unsafe<Words[number]>({ type: "string", enum: [...words] });

/** Points that are written out, or those of an amount. */
export type PointsOrAmount = number | { amount: string };
export const PointsOrAmount = Type.Unsafe<PointsOrAmount>({
  type: ["number", "object"],
  minimum: 0,
  maximum: LARGEST_NUMBER,
  format: "hundredths",
  properties: { amount: Id },
  required: ["amount"],
  additionalProperties: false,
});

/** A number above zero with at most two decimals. */
export const positive = (maximum: number) => Type.Number({ format: "hundredths", exclusiveMinimum: 0, maximum });

/** The name of a fact. */
export const FactName = Type.String({ minLength: 1, maxLength: 100 });

export const Rounding = Type.Object(
  { to: positive(1000), towards: oneOf("down", "up", "nearest") },
  { ...closed, description: "Brought to whole steps of `to`: down, up, or to the nearest, half a step up." },
);

/** A list of parts. */
export const list = <T extends Parameters<typeof Type.Array>[0]>(items: T) => Type.Array(items, { maxItems: 500 });

/** A list of ids of other parts, at least one. */
export const ids = Type.Array(Id, { minItems: 1, maxItems: 200 });
