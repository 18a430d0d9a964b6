import { type Static, Type } from "@sinclair/typebox";
import { ConditionRef } from "./condition.ts";
import { Name, oneOf, part } from "./part.ts";
import { Clauses, closed, Day } from "./words.ts";

export const Deadline = Type.Object(
  {
    name: Name,
    monthDay: Type.String({ format: "month-day" }),
    yearsAfter: Type.Integer({ minimum: 0, maximum: 5 }),
    rollover: oneOf("none", "next-working-day"),
    graceDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 366 })),
    clauses: Clauses,
  },
  {
    ...closed,
    description:
      "A last day, inclusive: a day (MM-DD) so many years after the year in which the reporting year begins, moved to the next working day where it says so, then so many days of grace.",
  },
);

const days = Type.Array(Day, { maxItems: 2000 });
export const Calendar = Type.Object(
  { holidays: days, workingDays: days, clauses: Clauses },
  {
    ...closed,
    description: "The days off beside Saturdays and Sundays, and the Saturdays and Sundays on which one works.",
  },
);

export const Sanction = Type.Object(
  {
    ...part,
    term: Type.Object({ months: Type.Integer({ minimum: 1, maximum: 120 }) }, closed),
    makeUp: Type.Boolean(),
    skippedWhen: Type.Optional(ConditionRef),
  },
  {
    ...closed,
    description:
      "A step of the ladder: how long it runs from the day it is imposed, whether the norm may be made up in it, and when it is skipped.",
  },
);

export const DecisionKind = Type.Object(part, {
  ...closed,
  description: "A kind of dated decision, as relief or a waiver, that a case may hold and conditions may read.",
});

export const Retention = Type.Object(
  { years: Type.Integer({ minimum: 1, maximum: 100 }), clauses: Clauses },
  { ...closed, description: "How long records are kept; shown, without effect on a decision." },
);

export const Sampling = Type.Object(
  { percent: Type.Number({ format: "hundredths", exclusiveMinimum: 0, maximum: 100 }), clauses: Clauses },
  { ...closed, description: "How many of the reports are audited; shown, without effect on a decision." },
);

export type Deadline = Static<typeof Deadline>;
export type Calendar = Static<typeof Calendar>;
export type Sanction = Static<typeof Sanction>;
