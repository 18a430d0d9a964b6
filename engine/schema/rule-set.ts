import { type Static, Type } from "@sinclair/typebox";
import { Amount } from "./amount.ts";
import { CaseSchema } from "./case.ts";
import { ConditionRef, ConditionSchema } from "./condition.ts";
import { Category, Form } from "./form.ts";
import { Assignment, CarryOver, Limit, Measure } from "./ledger.ts";
import { FactName, list, Name, oneOf, part } from "./part.ts";
import { Calendar, Deadline, DecisionKind, Retention, Sampling, Sanction } from "./procedure.ts";
import { Clauses, closed, Day, Id, Text, Year } from "./words.ts";

const Period = Type.Object(
  {
    starts: Type.String({ pattern: "^(0[1-9]|1[0-2])-01$" }),
    monthsBefore: Type.Optional(Type.Integer({ minimum: 1, maximum: 24 })),
    monthsAfter: Type.Optional(Type.Integer({ minimum: 1, maximum: 24 })),
    clauses: Clauses,
  },
  {
    ...closed,
    description:
      "The reporting year: twelve months from this first day (MM-DD) of the year it is named after. Activities may end so many months before or after it and still count in it.",
  },
);

const Membership = Type.Object(
  { clauses: Clauses },
  { ...closed, description: "The duty exists for a year in which the consultant is a member on any day." },
);

const AttributeText = Type.String({ minLength: 1, maxLength: 200 });

const ValueNames = Type.Array(
  Type.Object(
    { value: AttributeText, name: Name },
    { ...closed, description: "What a value is called. One without a name is shown as it is written." },
  ),
  { minItems: 1, maxItems: 100 },
);

const Attribute = Type.Object(
  {
    ...part,
    type: oneOf("number", "text", "boolean", "day"),
    values: Type.Optional(Type.Array(AttributeText, { minItems: 1, maxItems: 100 })),
    valueNames: Type.Optional(ValueNames),
    default: Type.Unsafe<number | string | boolean>({
      type: ["number", "string", "boolean"],
      minimum: 0,
      maxLength: 200,
    }),
  },
  {
    ...closed,
    description:
      "What a case may say of the consultant or of an activity, the values that it may have and what people call them, and what holds where it says nothing.",
  },
);

const Cycle = Type.Object(
  {
    years: Type.Integer({ minimum: 2, maximum: 20 }),
    anchor: Type.Unsafe<number | { fact: string; next?: boolean }>({
      type: ["integer", "object"],
      minimum: 1900,
      maximum: 2999,
      properties: { fact: FactName, next: { type: "boolean" } },
      required: ["fact"],
      additionalProperties: false,
    }),
    clauses: Clauses,
  },
  {
    ...closed,
    description:
      "Cycles of so many reporting years: counted from a fixed year, or from the year of a day that is a fact (with `next`, from the year after it).",
  },
);

const AbsenceKind = Type.Object(part, { ...closed, description: "A kind of absence that a case may name." });

const EvidenceRule = Type.Object(
  { required: Type.Boolean(), kindNames: Type.Optional(ValueNames), clauses: Clauses },
  {
    ...closed,
    description: "Whether an activity counts only with a supporting document; and what people call the kinds of them.",
  },
);

const Unlisted = Type.Object(
  { creditedBy: Type.Unsafe<"recognition">({ type: "string", enum: ["recognition"] }), clauses: Clauses },
  { ...closed, description: "How an activity of a form that is not on the list may count." },
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
    cycle: Type.Optional(Cycle),
    calendar: Type.Optional(Calendar),
    attributes: Type.Optional(
      Type.Object({ consultant: Type.Optional(list(Attribute)), activity: Type.Optional(list(Attribute)) }, closed),
    ),
    decisions: Type.Optional(list(DecisionKind)),
    categories: Type.Optional(list(Category)),
    absences: list(AbsenceKind),
    exemptions: list(Exemption),
    amounts: list(Amount),
    forms: list(Form),
    unlisted: Unlisted,
    evidence: EvidenceRule,
    limits: Type.Optional(list(Limit)),
    assignments: Type.Optional(list(Assignment)),
    carryOver: Type.Optional(CarryOver),
    measures: list(Measure),
    requirements: Type.Array(Requirement, { minItems: 1, maxItems: 500 }),
    deadlines: Type.Object({ report: Deadline, summary: Deadline }, closed),
    sanctions: list(Sanction),
    retention: Type.Optional(Retention),
    sampling: Type.Optional(Sampling),
    interpretations: list(Interpretation),
    examples: list(Example),
  },
  { ...closed, $id: "RuleSet" },
);

/** The schemas that a rule set refers to by name. */
export const RULE_SET_DEFINITIONS = [Text, ConditionSchema, CaseSchema];

export type RuleSet = Static<typeof RuleSetSchema>;
export type Requirement = Static<typeof Requirement>;
export type Exemption = Static<typeof Exemption>;
export type Example = Static<typeof Example>;
export type Interpretation = Static<typeof Interpretation>;
export type Attribute = Static<typeof Attribute>;
export type ValueNames = Static<typeof ValueNames>;
export type Cycle = Static<typeof Cycle>;
export type { Amount, Months } from "./amount.ts";
export type { Category, CreditRule, Form } from "./form.ts";
export type { Assignment, CarryOver, Limit, Measure, Over, Selection, Term } from "./ledger.ts";
export type { PointsOrAmount } from "./part.ts";
export type { Calendar, Deadline, Sanction } from "./procedure.ts";
