import { type Static, Type } from "@sinclair/typebox";
import { CaseSchema } from "./case.ts";
import { ConditionRef, ConditionSchema } from "./condition.ts";
import { Clauses, closed, Day, Id, Points, Text, Year } from "./words.ts";

const Name = Type.Unsafe<Text>(Type.Ref("Text"));

/** What every part of a rule set has: an id, a name in the three languages, the clauses it rests on. */
const part = { id: Id, name: Name, clauses: Clauses };

const Period = Type.Object(
  { starts: Type.String({ pattern: "^(0[1-9]|1[0-2])-01$" }), clauses: Clauses },
  {
    ...closed,
    description: "The reporting year: twelve months from this first day (MM-DD) of the year it is named after.",
  },
);

const Membership = Type.Object(
  { clauses: Clauses },
  { ...closed, description: "The duty exists for a year in which the consultant is a member on any day." },
);

const Attribute = Type.Object(
  {
    ...part,
    type: Type.Unsafe<"number" | "text" | "boolean" | "day">({
      type: "string",
      enum: ["number", "text", "boolean", "day"],
    }),
    default: Type.Unsafe<number | string | boolean>({ type: ["number", "string", "boolean"], maxLength: 200 }),
  },
  { ...closed, description: "What a case may say of the consultant, and what holds where it says nothing." },
);

const AbsenceKind = Type.Object(part, { ...closed, description: "A kind of absence that a case may name." });

const Form = Type.Object(
  {
    ...part,
    short: Type.Optional(Name),
    item: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
    weight: Points,
    per: Type.Unsafe<"item">({ type: "string", enum: ["item"] }),
    when: Type.Optional(ConditionRef),
  },
  { ...closed, description: "An activity form: its weight in points, what the weight is per, and its own condition." },
);

const EvidenceRule = Type.Object(
  { required: Type.Boolean(), clauses: Clauses },
  { ...closed, description: "Whether an activity counts only with a supporting document." },
);

const Unlisted = Type.Object(
  { creditedBy: Type.Unsafe<"recognition">({ type: "string", enum: ["recognition"] }), clauses: Clauses },
  { ...closed, description: "How an activity of a form that is not on the list may count." },
);

const Limit = Type.Object(
  { ...part, forms: Type.Array(Id, { minItems: 1, maxItems: 200 }), most: Points },
  { ...closed, description: "The most points that these forms give together in a reporting year." },
);

const Amount = Type.Object(
  {
    ...part,
    value: Type.Optional(Points),
    choose: Type.Optional(
      Type.Array(Type.Object({ when: ConditionRef, value: Points }, closed), { minItems: 1, maxItems: 50 }),
    ),
    otherwise: Type.Optional(Points),
  },
  {
    ...closed,
    oneOf: [
      { required: ["value"], properties: { choose: false, otherwise: false } },
      { required: ["choose", "otherwise"], properties: { value: false } },
    ],
    description: "A named number of points: a constant, or the first choice whose condition holds.",
  },
);

const Measure = Type.Object(
  { ...part, forms: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 200 })) },
  { ...closed, description: "A named sum over what was credited: of these forms, or of everything." },
);

const Requirement = Type.Object(
  { ...part, when: ConditionRef },
  { ...closed, description: "What has to hold, beside the submitted report, for the year to be fulfilled." },
);

const Exemption = Type.Object(
  { ...part, forAny: Type.Optional(Type.Unsafe<"absence">({ type: "string", enum: ["absence"] })), when: ConditionRef },
  {
    ...closed,
    description: "Frees from the duty where its condition holds, of the consultant or for any one absence.",
  },
);

const Deadline = Type.Object(
  {
    name: Name,
    monthDay: Type.String({ format: "month-day" }),
    yearsAfter: Type.Integer({ minimum: 0, maximum: 5 }),
    rollover: Type.Unsafe<"none">({ type: "string", enum: ["none"] }),
    clauses: Clauses,
  },
  { ...closed, description: "A last day, inclusive: a day (MM-DD) so many years after the reporting year." },
);

const Sanction = Type.Object(
  {
    ...part,
    term: Type.Object({ months: Type.Integer({ minimum: 1, maximum: 120 }) }, closed),
    makeUp: Type.Boolean(),
  },
  {
    ...closed,
    description:
      "A step of the ladder: how long it runs from the day it is imposed, and whether the norm may be made up in it.",
  },
);

const Interpretation = Type.Object(
  {
    id: Id,
    clauses: Clauses,
    text: Name,
    governs: Type.Array(Type.String({ pattern: "^(/[^/]+)+$", maxLength: 200 }), { maxItems: 20 }),
  },
  {
    ...closed,
    description: "A reading where the text is silent or contradicts itself, and the parts (JSON Pointers) it governs.",
  },
);

const Example = Type.Object(
  {
    id: Id,
    name: Name,
    clauses: Clauses,
    asOf: Day,
    case: Type.Unsafe<Static<typeof CaseSchema>>(Type.Ref("Case")),
    expect: Type.Unsafe<Record<string, unknown>>({ type: "object", minProperties: 1 }),
  },
  { ...closed, description: "A worked case, and the part of the decision that must hold." },
);

const list = <T extends Parameters<typeof Type.Array>[0]>(items: T) => Type.Array(items, { maxItems: 500 });

/** A rule set: the law of the years from its effective year on, as data. */
export const RuleSetSchema = Type.Object(
  {
    $schema: Type.Optional(Type.String({ maxLength: 500 })),
    regime: Id,
    effectiveYear: Year,
    revision: Type.Integer({ minimum: 1, maximum: 10_000 }),
    name: Name,
    period: Period,
    membership: Membership,
    attributes: Type.Optional(Type.Object({ consultant: list(Attribute) }, closed)),
    absences: list(AbsenceKind),
    exemptions: list(Exemption),
    amounts: list(Amount),
    forms: list(Form),
    unlisted: Unlisted,
    evidence: EvidenceRule,
    limits: Type.Optional(list(Limit)),
    measures: list(Measure),
    requirements: Type.Array(Requirement, { minItems: 1, maxItems: 500 }),
    deadlines: Type.Object({ report: Deadline, summary: Deadline }, closed),
    sanctions: list(Sanction),
    interpretations: list(Interpretation),
    examples: list(Example),
  },
  { ...closed, $id: "RuleSet" },
);

/** The schemas that a rule set refers to by name. */
export const RULE_SET_DEFINITIONS = [Text, ConditionSchema, CaseSchema];

export type RuleSet = Static<typeof RuleSetSchema>;
export type Form = Static<typeof Form>;
export type Limit = Static<typeof Limit>;
export type Amount = Static<typeof Amount>;
export type Measure = Static<typeof Measure>;
export type Requirement = Static<typeof Requirement>;
export type Exemption = Static<typeof Exemption>;
export type Deadline = Static<typeof Deadline>;
export type Sanction = Static<typeof Sanction>;
export type Example = Static<typeof Example>;
export type Interpretation = Static<typeof Interpretation>;
