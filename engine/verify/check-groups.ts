import { compileCondition } from "../facts/conditions.ts";
import type { Condition } from "../schema/condition.ts";
import { blamed } from "./blame.ts";
import type { CaseWatch } from "./case-watch.ts";
import { holdsIn } from "./check-requirements.ts";
import { coneOfCondition } from "./cone.ts";
import { enumerate } from "./dimension.ts";
import { type Draft, finished } from "./draft.ts";
import { doubted, type Verdict } from "./finding.ts";
import { boundsIn, withoutMeasures } from "./measure-bounds.ts";
import type { Seen } from "./probe.ts";

/** What distinguishes members from each other, other than what they did, filed or were granted. */
const isOfMember = (dimension: string): boolean =>
  dimension === "year" || dimension === "since" || dimension.startsWith("consultant.");

const MOST_GROUPS = 300;

/** The ways to do a lot, with earlier years in which much was done after those without. */
function* waysOf(watch: CaseWatch, draft: Draft): Generator<Draft> {
  yield* watch.waysFor(draft);
  const histories = watch.space.dimensions.find(({ name }) => name === "history")?.choices.slice(1) ?? [];
  for (const choose of histories) {
    const earlier = watch.most(draft);
    choose(earlier);
    yield earlier;
  }
}

/** Members of some kind for whom a requirement on credits cannot be met, whatever they do. */
export function checkGroups(watch: CaseWatch): Verdict[] {
  const { prober, dimensions, start } = watch.space;
  const { ruleSet, facts } = prober;
  return ruleSet.requirements.flatMap(({ id, when }, at): Verdict[] => {
    if (boundsIn(when).length === 0) return [];
    const [whole, rest] = [when, withoutMeasures(when)].map((c: Condition) => compileCondition(c, facts));
    const isMissed = ({ evaluation, decision }: Seen): boolean =>
      evaluation !== null &&
      decision.obligation.status === "obliged" &&
      rest?.holds(evaluation) === true &&
      whole?.holds(evaluation) === false;
    const cone = new Set([...coneOfCondition(when, ruleSet)].filter(isOfMember));
    for (const draft of enumerate(dimensions, cone, start, MOST_GROUPS).drafts) {
      let missed: Seen | null = null;
      for (const way of waysOf(watch, draft)) {
        if (prober.isSpent) return [];
        const seen = watch.see(way);
        missed = isMissed(seen) ? (missed ?? seen) : null;
        if (!missed) break;
      }
      if (!missed) continue;
      const most = finished(watch.most(draft), prober.rules);
      const caps = blamed(ruleSet, [most], prober, holdsIn(at));
      if (caps.length === 0) return [doubted("unreachable-for-some", `/requirements/${at}`, { requirement: id }, most)];
      return caps.map((cap) => doubted("cap-below-some-minimum", cap.pointer, { cap: cap.id, requirement: id }, most));
    }
    return [];
  });
}
