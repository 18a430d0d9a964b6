import { type Static, Type } from "@sinclair/typebox";
import { closed, Day, LARGEST_NUMBER, LONGEST_TEXT, Points, Year } from "./words.ts";

/** How many activities, and how many absences, sanctions or earlier years, one case may hold. */
const MOST_ACTIVITIES = 1000;
const MOST_RECORDS = 200;

const Free = Type.String({ maxLength: LONGEST_TEXT });
const Name = Type.String({ minLength: 1, maxLength: LONGEST_TEXT });

/** What the rule set lets a case say of the consultant or of an activity; no number below zero. */
const Attributes = Type.Unsafe<Record<string, number | string | boolean>>({
  type: "object",
  maxProperties: 100,
  additionalProperties: { type: ["number", "string", "boolean"], minimum: 0, maxLength: LONGEST_TEXT },
});

export const Evidence = Type.Object({ kind: Name, name: Free }, closed);

export const Recognition = Type.Object({ points: Points, decidedOn: Day, reference: Type.Optional(Free) }, closed);

export const Activity = Type.Object(
  {
    id: Name,
    form: Name,
    title: Free,
    organizer: Free,
    from: Day,
    to: Day,
    units: Type.Optional(Type.Number({ format: "hundredths", exclusiveMinimum: 0, maximum: LARGEST_NUMBER })),
    evidence: Type.Array(Evidence, { maxItems: MOST_RECORDS }),
    claimedPoints: Type.Optional(Points),
    justification: Type.Optional(Free),
    recognition: Type.Optional(Recognition),
    makeUpFor: Type.Optional(Year),
    attributes: Type.Optional(Attributes),
  },
  closed,
);

export const Absence = Type.Object(
  {
    kind: Name,
    ground: Type.Optional(Name),
    from: Day,
    to: Type.Unsafe<string | null>({ type: ["string", "null"], format: "day" }),
  },
  closed,
);

const Report = Type.Object({ submittedOn: Day, claimedTotal: Type.Optional(Points) }, closed);

export const ImposedSanction = Type.Object({ sanction: Name, imposedOn: Day }, closed);

export const EarlierYear = Type.Object(
  {
    reportingYear: Year,
    credited: Points,
    outcome: Type.Unsafe<Outcome>({
      type: "string",
      enum: ["not-a-member", "exempt", "fulfilled", "pending", "unfulfilled"],
    }),
    carriedOut: Type.Optional(Points),
    measures: Type.Optional(
      Type.Unsafe<Record<string, number>>({
        type: "object",
        maxProperties: 100,
        additionalProperties: { type: "number", minimum: 0, maximum: LARGEST_NUMBER, format: "hundredths" },
      }),
    ),
  },
  closed,
);

/** A dated decision, as relief or a waiver, of a kind that the rule set declares. */
export const DatedDecision = Type.Object({ decision: Name, decidedOn: Day, reference: Type.Optional(Free) }, closed);

const Consultant = Type.Object(
  {
    id: Name,
    memberSince: Day,
    memberUntil: Type.Optional(Type.Unsafe<string | null>({ type: ["string", "null"], format: "day" })),
    attributes: Type.Optional(Attributes),
  },
  closed,
);

/** What the engine is given: one consultant, one reporting year. */
export const CaseSchema = Type.Object(
  {
    id: Type.Optional(Name),
    reportingYear: Year,
    consultant: Consultant,
    absences: Type.Optional(Type.Array(Absence, { maxItems: MOST_RECORDS })),
    activities: Type.Array(Activity, { maxItems: MOST_ACTIVITIES }),
    report: Type.Optional(Type.Unsafe<Static<typeof Report> | null>({ ...Report, type: ["object", "null"] })),
    sanctions: Type.Optional(Type.Array(ImposedSanction, { maxItems: MOST_RECORDS })),
    decisions: Type.Optional(Type.Array(DatedDecision, { maxItems: MOST_RECORDS })),
    history: Type.Optional(Type.Array(EarlierYear, { maxItems: MOST_RECORDS })),
  },
  { ...closed, $id: "Case" },
);

export type Case = Static<typeof CaseSchema>;
export type Activity = Static<typeof Activity>;
export type Absence = Static<typeof Absence>;
export type EarlierYear = Static<typeof EarlierYear>;
export type ImposedSanction = Static<typeof ImposedSanction>;
export type Outcome = "not-a-member" | "exempt" | "fulfilled" | "pending" | "unfulfilled";
