import type { Activity } from "../schema/case.ts";
import type { Form } from "../schema/rule-set.ts";
import { changesOf, ordinary, type Variant } from "./activity-variants.ts";
import type { Boundaries } from "./boundaries.ts";
import { type Draft, finished } from "./draft.ts";
import type { Prober, Seen } from "./probe.ts";

/** An activity that gives something, and how it stands to everything that distinguishes activities. */
export interface Candidate {
  activity: Activity;
  /** Whether its day may be moved. */
  moves: boolean;
  credited: number;
  signature: string;
}

/** How many activities of one form are tried in one setting. */
const MOST_VARIANTS = 400;

/** Every combination of the changes; beyond the most, every so-manieth. */
function* variantsOf(start: Variant, changes: readonly ((variant: Variant) => Variant)[][]): Generator<Variant> {
  const whole = changes.reduce((product, { length }) => product * length, 1);
  let step = Math.max(1, Math.ceil(whole / MOST_VARIANTS));
  while (step > 1 && (step % 2 === 0 || step % 3 === 0 || step % 5 === 0)) step++;
  for (let at = 0; at < whole; at += step) {
    let variant = start;
    let rest = at;
    for (const options of changes) {
      variant = options[rest % options.length]?.(variant) ?? variant;
      rest = Math.floor(rest / options.length);
    }
    yield variant;
  }
}

/** Whether every combination for the form was tried. */
export const isWhole = (changes: readonly unknown[][]): boolean =>
  changes.reduce((product, { length }) => product * length, 1) <= MOST_VARIANTS;

export interface Tried {
  candidates: Candidate[];
  complete: boolean;
}

/** Tries activities of the form alone in a case, and keeps of those that are alike the one that gives most. */
export function tryForm(
  form: Form,
  draft: Draft,
  prober: Prober,
  boundaries: Boundaries,
  look: (seen: Seen) => string,
): Tried {
  const changes = changesOf(form, prober.ruleSet, boundaries, draft);
  const best = new Map<string, Candidate>();
  for (const { isPinned = false, ...activity } of variantsOf(ordinary(form, draft), changes)) {
    if (prober.isSpent) break;
    const seen = prober.see(finished({ ...draft, activities: [activity] }, prober.rules));
    const signature = look(seen);
    const credited = seen.decision.activities[0]?.credited ?? 0;
    if (credited === 0) continue;
    const known = best.get(signature);
    if (!known || credited > known.credited) {
      best.set(signature, { activity, moves: !isPinned, credited, signature });
    }
  }
  return { candidates: [...best.values()], complete: isWhole(changes) };
}
