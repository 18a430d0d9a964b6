import { compileCondition } from "../facts/conditions.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import { blamed } from "./blame.ts";
import type { CasePlace, CaseWatch } from "./case-watch.ts";
import { coneOf, coneOfCondition } from "./cone.ts";
import { doubted, refuted, type Verdict } from "./finding.ts";
import { boundsIn } from "./measure-bounds.ts";
import type { Probe, Prober } from "./probe.ts";

const placeOf = (watch: CaseWatch, at: number): CasePlace | undefined =>
  watch.places.find(({ place }) => place.pointer === `/requirements/${at}/when`);

/** Whether the requirement holds in the case. */
export const holdsIn =
  (at: number) =>
  (prober: Prober, probe: Probe): boolean => {
    const when = prober.ruleSet.requirements[at]?.when;
    const { evaluation } = prober.see(probe);
    return when !== undefined && evaluation !== null && compileCondition(when, prober.facts).holds(evaluation);
  };

/** The requirement as one that a cap makes impossible, where one does; else as impossible. */
function impossible(ruleSet: RuleSet, at: number, shown: readonly Probe[], spender: Prober): Verdict[] {
  const id = ruleSet.requirements[at]?.id ?? "";
  const last = shown.at(-1);
  const caps = blamed(ruleSet, shown, spender, holdsIn(at));
  if (caps.length === 0) return [refuted("requirement-impossible", `/requirements/${at}`, { requirement: id }, last)];
  return caps.map((cap) => refuted("cap-below-minimum", cap.pointer, { cap: cap.id, requirement: id }, last));
}

/** Requirements that no case meets, that every case meets, or that no case meets together. */
export function checkRequirements(watch: CaseWatch): Verdict[] {
  const { prober } = watch.space;
  const { ruleSet } = prober;
  const { first, busy: most } = watch;
  const verdicts = ruleSet.requirements.flatMap(({ id, when }, at): Verdict[] => {
    const place = placeOf(watch, at);
    const cone = coneOfCondition(when, ruleSet);
    const open = () => (place?.watched ?? []).some(({ held }) => !held);
    if (open() || !first.fulfilled) watch.search(cone, () => !open() && first.fulfilled !== undefined);
    const whole = place?.watched[0];
    if (!whole || prober.isSpent) return [];
    if (!whole.held && !place?.complete) return [];
    if (!whole.held) return impossible(ruleSet, at, most, prober);
    const bounds = boundsIn(when).some(({ growth }) => growth === "helps");
    if (whole.failed || !bounds || !place?.complete) return [];
    return [doubted("requirement-always-holds", `/requirements/${at}`, { requirement: id }, whole.held)];
  });
  if (first.fulfilled || verdicts.some(({ severity }) => severity === "error")) return verdicts;
  const facts = ruleSet.requirements.flatMap(({ when }) => [...coneOfCondition(when, ruleSet)]);
  watch.search(new Set([...facts, ...coneOf(["report.submitted"], ruleSet)]), () => first.fulfilled !== undefined);
  const isComplete = watch.places.every(({ place, complete }) => place.stage !== "requirements" || complete);
  if (first.fulfilled || prober.isSpent || !first.obliged || !isComplete) return verdicts;
  return [...verdicts, refuted("norm-unreachable", "/requirements", {}, most.at(-1) ?? first.obliged)];
}
