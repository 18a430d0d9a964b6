import { comparisonsOf, factNamesOf } from "../facts/conditions.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import type { CaseWatch } from "./case-watch.ts";
import { coneOf } from "./cone.ts";
import { enumerate } from "./dimension.ts";
import type { Draft } from "./draft.ts";
import { doubted, isDeclared, type Verdict } from "./finding.ts";
import type { Probe } from "./probe.ts";

/** The steps of the ladder that may come due, and the cases in which an unfulfilled year finds no next step. */
interface Climb {
  due: Set<string>;
  ends: Map<string | null, Probe>;
}

function first<T>(items: Iterable<T>, most: number): T[] {
  const taken: T[] = [];
  for (const item of items) if (taken.push(item) >= most) break;
  return taken;
}

/** Whether a reading speaks of the ladder as a whole: it says that the last step is the last. */
const saysItEnds = ({ interpretations }: RuleSet): boolean =>
  interpretations.some(({ governs }) => governs.includes("/sanctions"));

/** Imposes what is due, from no step on, until no new step comes due. */
function climb(watch: CaseWatch, draft: Draft, { due, ends }: Climb): void {
  const imposed: string[] = [];
  const { sanctions } = watch.space.prober.ruleSet;
  for (let step = 0; step <= sanctions.length; step++) {
    const seen = watch.see({ ...draft, imposed: [...imposed] });
    const { outcome, sanction } = seen.decision;
    if (outcome !== "unfulfilled") return;
    if (sanction.due === null) {
      const last = imposed.at(-1) ?? null;
      if (!ends.has(last)) ends.set(last, { case: seen.case, asOf: seen.asOf });
      return;
    }
    due.add(sanction.due);
    imposed.push(sanction.due);
  }
}

/** Steps that never come due, and unfulfilled years for which the ladder has no next step. */
export function checkLadder(watch: CaseWatch): Verdict[] {
  const { prober, dimensions, start } = watch.space;
  const { ruleSet } = prober;
  const { sanctions } = ruleSet;
  if (sanctions.length === 0) return [];
  const names = sanctions.flatMap(({ skippedWhen }) =>
    skippedWhen ? comparisonsOf(skippedWhen).flatMap(factNamesOf) : [],
  );
  const found: Climb = { due: new Set(), ends: new Map() };
  const { complete, drafts } = enumerate(dimensions, coneOf(names, ruleSet), start, 600);
  for (const draft of drafts) {
    const ways = names.some((name) => name.startsWith("measure.")) ? first(watch.waysFor(draft), 4) : [];
    for (const way of [draft, ...ways]) if (!prober.isSpent) climb(watch, { ...way, reported: null }, found);
    for (const way of ways) if (!prober.isSpent) climb(watch, way, found);
    if (!prober.isSpent) climb(watch, draft, found);
  }
  if (prober.isSpent) return [];
  const last = sanctions.at(-1)?.id;
  const isClimbed = found.due.size + found.ends.size > 0;
  const never = complete && isClimbed ? sanctions.filter(({ id }) => !found.due.has(id)) : [];
  return [
    ...never.map(({ id }) =>
      doubted("sanction-never-due", `/sanctions/${sanctions.findIndex((s) => s.id === id)}`, { sanction: id }),
    ),
    ...[...found.ends].flatMap(([id, probe]): Verdict[] => {
      const at = sanctions.findIndex((step) => step.id === id);
      if (id === last) {
        const pointer = `/sanctions/${at}`;
        return saysItEnds(ruleSet) ? [] : [doubted("ladder-ends", pointer, { sanction: id ?? "" }, probe)];
      }
      const pointer = `/sanctions/${at + 1}/skippedWhen`;
      if (isDeclared(ruleSet, pointer, 3)) return [];
      return [doubted("ladder-gap", pointer, { sanction: sanctions[at + 1]?.id ?? "" }, probe)];
    }),
  ];
}
