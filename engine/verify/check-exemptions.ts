import type { CaseWatch } from "./case-watch.ts";
import { comparesGiven, coneOfCondition } from "./cone.ts";
import { enumerate } from "./dimension.ts";
import { doubted, refuted, type Verdict } from "./finding.ts";

/** How many combinations are tried of everything that exemptions depend on. */
const MOST_TOGETHER = 6000;

/** Exemptions that hold only where an earlier one frees already, and duties that nobody ever has. */
export function checkExemptions(watch: CaseWatch): Verdict[] {
  const { prober, dimensions, start } = watch.space;
  const { exemptions } = prober.ruleSet;
  const { first, freed } = watch;
  const cone = new Set<string>();
  let complete = true;
  for (const { when } of exemptions) {
    for (const dimension of coneOfCondition(when, prober.ruleSet)) cone.add(dimension);
    const combinations = enumerate(dimensions, new Set(cone), start, MOST_TOGETHER);
    complete &&= combinations.complete && !comparesGiven(when);
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
