import type { CaseWatch } from "./case-watch.ts";
import { coneOfCondition } from "./cone.ts";
import { enumerate } from "./dimension.ts";
import { doubted, refuted, type Verdict } from "./finding.ts";
import type { Probe } from "./probe.ts";

/** Exemptions that hold only where an earlier one frees already, and duties that nobody ever has. */
export function checkExemptions(watch: CaseWatch): Verdict[] {
  const { prober, dimensions, start } = watch.space;
  const { exemptions } = prober.ruleSet;
  const freed = new Set<string>();
  const first: { obliged?: Probe; exempt?: Probe } = {};
  watch.also((seen) => {
    const { status, exemption } = seen.decision.obligation;
    if (exemption !== null) freed.add(exemption);
    if (status === "obliged") first.obliged ??= seen;
    if (status === "exempt") first.exempt ??= seen;
  });
  const cone = new Set<string>();
  let complete = true;
  for (const { when } of exemptions) {
    for (const dimension of coneOfCondition(when, prober.ruleSet)) cone.add(dimension);
    const combinations = enumerate(dimensions, new Set(cone), start);
    complete &&= combinations.complete;
    for (const draft of combinations.drafts) if (!prober.isSpent) watch.see(draft);
  }
  watch.see(start());
  if (!complete || prober.isSpent) return [];
  if (!first.obliged) return [refuted("nobody-obliged", "/exemptions", {}, first.exempt)];
  return exemptions.flatMap(({ id }, at) => {
    const pointer = `/exemptions/${at}`;
    const held = watch.places.find(({ place }) => place.pointer === `${pointer}/when`)?.watched[0]?.held;
    return freed.has(id) || !held ? [] : [doubted("exemption-hidden", pointer, { exemption: id }, held)];
  });
}
