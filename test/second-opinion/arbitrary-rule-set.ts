import fc from "fast-check";
import { parseRuleSet, type RuleSet } from "../../engine/index.ts";
import { amount } from "./arbitrary-amount.ts";
import { condition } from "./arbitrary-condition.ts";
import { form } from "./arbitrary-form.ts";
import { assignments, carryOver, limits, measures } from "./arbitrary-ledger.ts";
import { calendar, cycle, deadline, period, sanction } from "./arbitrary-procedure.ts";
import { AMOUNTS, OF_ABSENCE, ofCase, whereRequirements } from "./known-facts.ts";
import {
  ABSENCES,
  CATEGORIES,
  DAYS,
  DECISIONS,
  FORMS,
  given,
  MODES,
  named,
  SANCTIONS,
  seldom,
  text,
} from "./vocabulary.ts";

const CLAUSES = { clauses: ["1"] };

const exemption = (id: string, hasCycle: boolean) =>
  fc
    .boolean()
    .chain((ofAbsence) =>
      condition(ofAbsence ? [...ofCase(hasCycle), ...OF_ABSENCE, ...OF_ABSENCE] : ofCase(hasCycle)).map((when) =>
        given({ ...named(id), forAny: ofAbsence ? "absence" : undefined, when }),
      ),
    );

const attribute = (id: string, type: string, otherwise: unknown, values?: string[]) =>
  given({ ...named(id), type, values, default: otherwise });

/** What every random rule set has. */
const ALWAYS = {
  regime: "random",
  effectiveYear: 2020,
  revision: 1,
  name: text,
  membership: CLAUSES,
  attributes: {
    consultant: [
      attribute("seniority", "number", 0),
      attribute("rank", "text", "junior"),
      attribute("judge", "boolean", false),
      attribute("licensed", "day", "2020-01-01"),
    ],
    activity: [
      attribute("minutes", "number", 60),
      attribute("mode", "text", "on-site", MODES),
      attribute("first", "boolean", false),
      attribute("held", "day", DAYS[2]),
    ],
  },
  decisions: DECISIONS.map(named),
  categories: CATEGORIES.map(named),
  absences: ABSENCES.map(named),
  unlisted: { creditedBy: "recognition", ...CLAUSES },
  interpretations: [],
  examples: [],
};

interface DrawnForm {
  categories?: string[] | undefined;
  credits?: { category: string }[] | undefined;
}

/** The parts of a rule set, which has cycles and a calendar or not. */
const parts = (hasCycle: boolean, hasCalendar: boolean) =>
  fc.record({
    period,
    cycle: hasCycle ? cycle : fc.constant(undefined),
    calendar: hasCalendar ? calendar : fc.constant(undefined),
    exemptions: fc
      .constantFrom([], [0], [0, 1])
      .chain((ids) => fc.tuple(...ids.map((_, at) => exemption(`e${at}`, hasCycle)))),
    amounts: fc.tuple(...AMOUNTS.map((id, at) => amount(id, AMOUNTS.slice(0, at), hasCycle))),
    forms: fc.tuple(...FORMS.map((id) => form(id, hasCycle))),
    evidence: fc.boolean().map((required) => ({ required, ...CLAUSES })),
    limits: limits(hasCycle),
    assignments: seldom(assignments, 2),
    carryOver: seldom(carryOver(hasCycle), 2),
    measures: measures(hasCycle),
    requirements: fc
      .array(condition(whereRequirements(hasCycle)), { minLength: 1, maxLength: 2 })
      .map((list) => list.map((when, at) => ({ ...named(`r${at}`), when }))),
    deadlines: deadline(hasCalendar).map((report) => ({ report, summary: report })),
    sanctions: fc.tuple(...SANCTIONS.map((id) => sanction(id, hasCycle))),
  });

/** The forms; the first gives, in whole, what none of them gives otherwise, since every category has to have credits. */
function withEveryCategory(forms: readonly DrawnForm[]): DrawnForm[] {
  const [first = {}, ...others] = forms;
  const has = new Set(
    forms.flatMap(({ categories = [], credits = [] }) => [...categories, ...credits.map(({ category }) => category)]),
  );
  const lacking = CATEGORIES.filter((category) => !has.has(category));
  return lacking.length === 0
    ? [...forms]
    : [{ ...first, categories: [...(first.categories ?? []), ...lacking] }, ...others];
}

/** A random rule set that `parseRuleSet` accepts, over a small fixed vocabulary and the whole language. */
export const arbitraryRuleSet: fc.Arbitrary<RuleSet> = fc
  .oneof({ withCrossShrink: true }, parts(false, false), parts(true, false), parts(false, true), parts(true, true))
  .map((drawn) => parseRuleSet(given({ ...ALWAYS, ...drawn, forms: withEveryCategory(drawn.forms) })));
