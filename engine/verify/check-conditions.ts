import type { RuleSet } from "../schema/rule-set.ts";
import type { Activities } from "./activity-watch.ts";
import type { CasePlace } from "./case-watch.ts";
import { doubted, type Verdict } from "./finding.ts";
import type { Watched } from "./watch.ts";

/** What it means that the condition of a place never holds, by the list that the place is in. */
const NEVER: [place: RegExp, code: string][] = [
  [/^\/exemptions\/\d+\/when$/, "exemption-never-holds"],
  [/^\/amounts\/\d+\/choose\/\d+\/when$/, "choice-never-holds"],
  [/^\/forms\/\d+\/(credits\/\d+\/)?multipliers\/\d+\/when$/, "multiplier-never-applies"],
  [/^\/sanctions\/\d+\/skippedWhen$/, "step-never-skipped"],
  [/^\/(limits|measures|carryOver)(\/|$)/, "selects-nothing"],
];

const codeOf = ({ pointer, isBranch }: Watched): string | null =>
  isBranch ? "branch-never-holds" : (NEVER.find(([place]) => place.test(pointer))?.[1] ?? null);

/** A branch below one that never holds itself tells nothing new. */
const isBelow = ({ pointer }: Watched, others: readonly Watched[]): boolean =>
  others.some((other) => other.pointer !== pointer && pointer.startsWith(`${other.pointer}/`));

function dead(watched: readonly Watched[]): Verdict[] {
  const isTried = watched.some(({ held, failed }) => held ?? failed);
  if (!isTried) return [];
  const never = watched.filter(({ held }) => !held);
  return never
    .filter((node) => !isBelow(node, never))
    .flatMap((node) => {
      const code = codeOf(node);
      return code ? [doubted(code, node.pointer, {}, node.failed ?? undefined)] : [];
    });
}

/** Conditions, and ways of an `any`, that hold in no case. Requirements and forms have findings of their own. */
export const deadConditions = (places: readonly CasePlace[], activities: Activities): Verdict[] => [
  ...places.filter(({ complete }) => complete).flatMap(({ watched }) => dead(watched)),
  ...(activities.complete ? activities.conditions.flatMap(dead) : []),
];

/** Forms of which no activity gives anything. */
export const deadForms = ({ forms }: RuleSet, { tried }: Activities): Verdict[] =>
  forms.flatMap(({ id, when }, at) => {
    const found = tried.get(id);
    if (!found?.complete || found.isCredited) return [];
    const pointer = `/forms/${at}`;
    return [doubted("form-never-credited", when ? `${pointer}/when` : pointer, { form: id }, found.seen ?? undefined)];
  });
