import fc from "fast-check";
import type { FactType } from "../../engine/fact-types.ts";
import { parseRuleSet, type RuleSet } from "../../engine/index.ts";
import { OPERATORS, operatorsFor } from "../../engine/operators.ts";
import type { Comparison, Condition, Constant } from "../../engine/schema/condition.ts";

type KnownFact = [name: string, type: FactType];

export const FORMS = ["seminar", "talk", "book", "media", "course"];
export const ABSENCES = ["leave", "illness", "suspension"];
export const GROUNDS = ["sanction", "own-request"];
export const SANCTIONS = ["warning", "fine", "suspension"];
export const DAYS = ["2023-12-30", "2023-12-31", "2024-01-01", "2024-02-29", "2024-06-30", "2024-12-31", "2025-01-01"];

const named = (id: string) => ({ id, name: { kk: id, ru: id, en: id }, clauses: ["1"] });
const text = { kk: "x", ru: "x", en: "x" };
const points = fc.integer({ min: 0, max: 1200 }).map((hundredths) => hundredths / 100);
const fewPoints = fc.constantFrom(0, 0.5, 1, 1.25, 2, 3, 5, 6, 10);

const TEXTS = ["", ...ABSENCES, ...GROUNDS, "senior", "junior"];

const constant = (type: FactType): fc.Arbitrary<Constant> => {
  if (type === "boolean") return fc.boolean();
  if (type === "day") return fc.constantFrom(...DAYS);
  if (type === "text") return fc.constantFrom(...TEXTS);
  return type === "count" ? fc.integer({ min: 0, max: 40 }) : points;
};

const comparison = (facts: readonly KnownFact[]): fc.Arbitrary<Condition> =>
  fc.constantFrom(...facts).chain(([fact, type]) =>
    fc.constantFrom(...operatorsFor(type)).chain((operator): fc.Arbitrary<Comparison> => {
      if (OPERATORS[operator]?.list) {
        return fc.record({
          fact: fc.constant(fact),
          operator: fc.constant(operator),
          value: fc.array(constant(type), { minLength: 1, maxLength: 3 }),
        });
      }
      const others = facts.filter(([, other]) => other === type).map(([name]) => ({ fact: name }));
      const value = fc.oneof({ arbitrary: constant(type), weight: 3 }, fc.constantFrom(...others));
      return fc.record({ fact: fc.constant(fact), operator: fc.constant(operator), value });
    }),
  );

const condition = (facts: readonly KnownFact[]): fc.Arbitrary<Condition> =>
  fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      comparison(facts),
      fc.record({ all: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie("node") }),
    ),
  })).node;

const MEMBER: KnownFact[] = [
  ["member.since", "day"],
  ["member.joinedInYear", "boolean"],
  ["consultant.seniority", "number"],
  ["consultant.rank", "text"],
  ["consultant.judge", "boolean"],
  ["consultant.licensed", "day"],
];
const ABSENCE: KnownFact[] = [
  ["absence.kind", "text"],
  ["absence.ground", "text"],
  ["absence.daysInYear", "count"],
  ["absence.restoredInYear", "boolean"],
];
const ACTIVITY: KnownFact[] = [
  ["activity.endedOn", "day"],
  ["activity.days", "count"],
  ["activity.units", "number"],
  ["activity.documents", "count"],
];
const AMOUNTS: KnownFact[] = [
  ["amount.norm", "points"],
  ["amount.half", "points"],
];
const MEASURES: KnownFact[] = [
  ["measure.total", "points"],
  ["measure.some", "points"],
];
const REPORT: KnownFact[] = [
  ["report.submitted", "boolean"],
  ["report.daysLate", "count"],
];

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const given = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as T;

const form = (id: string) =>
  fc
    .record({ weight: fewPoints, when: optional(condition([...MEMBER, ...AMOUNTS, ...ACTIVITY])) })
    .map((rest) => given({ ...named(id), ...rest, per: "item" }));

const exemption = (id: string) =>
  fc
    .boolean()
    .chain((ofAbsence) =>
      condition(ofAbsence ? [...MEMBER, ...ABSENCE, ...ABSENCE] : MEMBER).map((when) =>
        given({ ...named(id), forAny: ofAbsence ? "absence" : undefined, when }),
      ),
    );

const amount = (id: string, facts: readonly KnownFact[]) =>
  fc.oneof(
    fewPoints.map((value) => ({ ...named(id), value })),
    fc
      .record({
        choose: fc.array(fc.record({ when: condition(facts), value: fewPoints }), { minLength: 1, maxLength: 2 }),
        otherwise: fewPoints,
      })
      .map((rest) => ({ ...named(id), ...rest })),
  );

const sanction = (id: string) =>
  fc
    .record({ term: fc.record({ months: fc.integer({ min: 1, max: 14 }) }), makeUp: fc.boolean() })
    .map((rest) => ({ ...named(id), ...rest }));

const deadline = (monthDay: fc.Arbitrary<string>) =>
  fc.record({
    name: fc.constant(text),
    monthDay,
    yearsAfter: fc.integer({ min: 0, max: 2 }),
    rollover: fc.constant("none"),
    clauses: fc.constant(["1"]),
  });

/** A random rule set that `parseRuleSet` accepts, over a small fixed vocabulary. */
export const arbitraryRuleSet: fc.Arbitrary<RuleSet> = fc
  .record({
    starts: fc.constantFrom("01-01", "01-01", "04-01", "07-01"),
    exemptions: fc
      .array(fc.nat(), { maxLength: 2 })
      .chain((ids) => fc.tuple(...ids.map((_, at) => exemption(`e${at}`)))),
    amounts: fc.tuple(amount("half", MEMBER), amount("norm", [...MEMBER, ["amount.half", "points"]])),
    forms: fc.tuple(...FORMS.map(form)),
    required: fc.boolean(),
    limits: fc.array(fc.record({ forms: fc.subarray(FORMS, { minLength: 1 }), most: fewPoints }), { maxLength: 2 }),
    some: fc.subarray(FORMS, { minLength: 1 }),
    requirements: fc.array(condition([...MEASURES, ...MEASURES, ...AMOUNTS, ...REPORT, ...MEMBER]), {
      minLength: 1,
      maxLength: 2,
    }),
    report: deadline(fc.constantFrom("02-15", "02-28", "12-31", "06-30")),
    sanctions: fc.tuple(...SANCTIONS.map(sanction)),
  })
  .map(({ starts, exemptions, amounts, forms, required, limits, some, requirements, report, sanctions }) => {
    const clauses = ["1"];
    const attribute = (id: string, type: string, otherwise: unknown) => ({ ...named(id), type, default: otherwise });
    return parseRuleSet({
      regime: "random",
      effectiveYear: 2020,
      revision: 1,
      name: text,
      period: { starts, clauses },
      membership: { clauses },
      attributes: {
        consultant: [
          attribute("seniority", "number", 0),
          attribute("rank", "text", "junior"),
          attribute("judge", "boolean", false),
          attribute("licensed", "day", "2020-01-01"),
        ],
      },
      absences: ABSENCES.map(named),
      exemptions,
      amounts,
      forms,
      unlisted: { creditedBy: "recognition", clauses },
      evidence: { required, clauses },
      limits: limits.map((limit, at) => ({ ...named(`l${at}`), ...limit })),
      measures: [named("total"), { ...named("some"), forms: some }],
      requirements: requirements.map((when, at) => ({ ...named(`r${at}`), when })),
      deadlines: { report, summary: report },
      sanctions,
      interpretations: [],
      examples: [],
    });
  });
