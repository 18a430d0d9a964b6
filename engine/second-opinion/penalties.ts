import type { RuleSet } from "../schema/rule-set.ts";
import { dayToDay, monthsLater } from "./days.ts";
import { type Asking, is, type Judged, judge } from "./judge.ts";
import type { Matter } from "./matter.ts";
import { translate } from "./translate.ts";

/** A sanction that was imposed, and its term. */
export interface Penalty {
  id: string;
  from: string;
  until: string;
  makeUp: boolean;
}

/** The sanctions imposed by then, oldest first. */
export function penaltiesOf({ ruleSet, theCase, asOf }: Matter): Penalty[] {
  return (theCase.sanctions ?? [])
    .filter(({ imposedOn }) => imposedOn <= asOf)
    .map(({ sanction, imposedOn }) => {
      const step = ruleSet.sanctions.find(({ id }) => id === sanction);
      const until = monthsLater(imposedOn, step?.term.months ?? 0);
      return { id: sanction, from: imposedOn, until, makeUp: step?.makeUp ?? false };
    });
}

/** The conditions on which steps of the ladder are skipped, each by the id of its step. */
export const skipConditions = (ruleSet: RuleSet): Judged[] =>
  ruleSet.sanctions.flatMap(({ id, skippedWhen }) =>
    skippedWhen ? [{ name: `skipped/${id}`, conditions: { all: [translate(skippedWhen, ruleSet)] } }] : [],
  );

/** The conditions on which each step of the ladder follows on those that were imposed, each by the id of its step. */
export const ladderConditions = (ruleSet: RuleSet): Judged[] =>
  ruleSet.sanctions.map(({ id }, at) => {
    const running = { all: [is("stepsImposed", "greaterThan", 0), is("asOfToTerm", "lessThanInclusive", 0)] };
    return { name: id, conditions: { all: [is("stepsImposed", "lessThanInclusive", at), { not: running }] } };
  });

/** The sanction that an unfulfilled year calls for now: the first step after the last that is not skipped; or null. */
export function* dueSanction(
  { ruleSet, asOf, conditions }: Matter,
  last: Penalty | undefined,
  skipped: ReadonlySet<string>,
): Asking<string | null> {
  const stepsImposed = last ? ruleSet.sanctions.findIndex(({ id }) => id === last.id) + 1 : 0;
  const asOfToTerm = last ? dayToDay(asOf, last.until) : 0;
  const next = yield* judge(conditions.ladder, { stepsImposed, asOfToTerm });
  return ruleSet.sanctions.find(({ id }) => next.has(id) && !skipped.has(`skipped/${id}`))?.id ?? null;
}
