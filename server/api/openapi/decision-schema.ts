import { Type } from "@sinclair/typebox";
import { FINDINGS, REASONS } from "../../../engine/schema/decision.ts";
import { Clauses, closed, Day, Points, Year } from "../../../engine/schema/words.ts";

const oneOf = (values: readonly string[]) => Type.Unsafe<string>({ type: "string", enum: values });
const orNull = (schema: object) => Type.Unsafe<unknown>({ ...schema, type: ["string", "null"] });
const Word = Type.String();

const RuleSetName = Type.Object({ regime: Word, effectiveYear: Year, revision: Type.Integer(), sha256: Word }, closed);

const Obligation = Type.Object(
  {
    status: oneOf(["not-a-member", "exempt", "obliged"]),
    exemption: orNull(Word),
    norm: Points,
    clauses: Clauses,
  },
  closed,
);

const CreditedActivity = Type.Object(
  {
    id: Word,
    form: Word,
    credited: Points,
    reason: Type.Unsafe({ type: ["string", "null"], enum: [...REASONS, null] }),
    clauses: Clauses,
  },
  closed,
);

const PointsOfYear = Type.Object(
  { credited: Points, carriedIn: Points, total: Points, norm: Points, shortfall: Points },
  closed,
);

const ReportStanding = Type.Object(
  {
    due: Day,
    status: oneOf(["not-required", "on-time", "late", "not-due", "missing"]),
    daysLate: Type.Integer({ minimum: 0 }),
  },
  closed,
);

const SanctionStanding = Type.Object({ imposed: orNull(Word), runsUntil: orNull(Day), due: orNull(Word) }, closed);

const Finding = Type.Object({ code: oneOf(FINDINGS), activity: orNull(Word), clauses: Clauses }, closed);

const TraceStep = Type.Object(
  {
    step: Word,
    subject: orNull(Word),
    clauses: Clauses,
    facts: Type.Unsafe<object>({ type: "object" }),
    gave: Type.Unknown(),
  },
  closed,
);

/** What `POST /api/v1/evaluate` answers. A test holds it against the decisions of the engine. */
export const DecisionSchema = Type.Object(
  {
    id: Type.Optional(Word),
    ruleSet: RuleSetName,
    reportingYear: Year,
    asOf: Day,
    outcome: oneOf(["not-a-member", "exempt", "fulfilled", "pending", "unfulfilled"]),
    obligation: Obligation,
    activities: Type.Array(CreditedActivity),
    points: PointsOfYear,
    report: ReportStanding,
    sanction: SanctionStanding,
    findings: Type.Array(Finding),
    trace: Type.Optional(Type.Array(TraceStep)),
  },
  closed,
);
