import { type Static, Type } from "@sinclair/typebox";
import { ConditionRef } from "./condition.ts";
import { FactName, ids, oneOf, part, positive, Rounding } from "./part.ts";
import { closed, Id, LARGEST_NUMBER, Points } from "./words.ts";

const Choice = Type.Object({ when: ConditionRef, value: Points }, closed);

const Row = Type.Object(
  { upTo: Type.Optional(Type.Number({ format: "hundredths", minimum: 0, maximum: LARGEST_NUMBER })), value: Points },
  { ...closed, description: "The value up to and with a number; the last row has no end." },
);

const Table = Type.Object({ fact: FactName, rows: Type.Array(Row, { minItems: 1, maxItems: 100 }) }, closed);

const Months = Type.Object(
  {
    joining: oneOf("any-part", "full", "next"),
    absences: Type.Optional(
      Type.Object(
        {
          kinds: ids,
          excuse: oneOf("any-part", "full"),
          longerThanDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 366 })),
        },
        closed,
      ),
    ),
  },
  {
    ...closed,
    description:
      "Which calendar months count: those with any day of membership, only whole ones, or those after the month of joining; without those excused by absences of these kinds.",
  },
);

const ProRata = Type.Object(
  { of: Id, months: Months, outOf: Type.Optional(oneOf("year", "cycle")) },
  {
    ...closed,
    description:
      "An earlier amount in proportion to the months that count, of the twelve of the year or all of the cycle.",
  },
);

const Percent = Type.Object({ of: Id, percent: positive(1000) }, closed);

export const Amount = Type.Object(
  {
    ...part,
    value: Type.Optional(Points),
    choose: Type.Optional(Type.Array(Choice, { minItems: 1, maxItems: 50 })),
    otherwise: Type.Optional(Points),
    table: Type.Optional(Table),
    proRata: Type.Optional(ProRata),
    percent: Type.Optional(Percent),
    sum: Type.Optional(Type.Array(Id, { minItems: 2, maxItems: 20 })),
    fact: Type.Optional(FactName),
    rounding: Type.Optional(Rounding),
  },
  {
    ...closed,
    oneOf: ["value", "choose", "table", "proRata", "percent", "sum", "fact"].map((kind) => ({
      required: kind === "choose" ? ["choose", "otherwise"] : [kind],
      properties: Object.fromEntries(
        ["value", "choose", "otherwise", "table", "proRata", "percent", "sum", "fact"]
          .filter((other) => other !== kind && !(kind === "choose" && other === "otherwise"))
          .map((other) => [other, false]),
      ),
    })),
    description:
      "A named number of points: a constant, the first choice whose condition holds, a table over a fact, a part by months or by per cent of an earlier amount, a sum of earlier amounts, or a fact.",
  },
);

export type Amount = Static<typeof Amount>;
export type Months = Static<typeof Months>;
