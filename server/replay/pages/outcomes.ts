import type { Outcome } from "../../../engine/index.ts";
import type { Replayed } from "../replay-case.ts";
import type { Tally } from "../tally.ts";

/** What may come of a case in a replay: an outcome, or that the other rule set refuses it. */
export type ReplayOutcome = Outcome | "refused";

/** In the order in which they are drawn. */
export const REPLAY_OUTCOMES: readonly ReplayOutcome[] = [
  "fulfilled",
  "unfulfilled",
  "pending",
  "exempt",
  "not-a-member",
  "refused",
];

/** How good the news is: it chooses the colour, which only repeats the word. */
export const OUTCOME_TONES: Readonly<Record<ReplayOutcome, "good" | "wait" | "bad" | "plain">> = {
  fulfilled: "good",
  unfulfilled: "bad",
  pending: "wait",
  exempt: "plain",
  "not-a-member": "plain",
  refused: "bad",
};

export const afterOf = ({ after }: Replayed): ReplayOutcome => after?.outcome ?? "refused";

export const flowOf = (replayed: Replayed): string => `${replayed.before.outcome}>${afterOf(replayed)}`;

/** So many cases that come from one outcome to another. */
export interface Flow {
  name: string;
  from: ReplayOutcome;
  to: ReplayOutcome;
  cases: number;
}

const places = ({ from, to }: Flow): number => REPLAY_OUTCOMES.indexOf(from) * 10 + REPLAY_OUTCOMES.indexOf(to);

/** The flows of a tally, in the order in which they are drawn. */
export function flowsOf({ flows }: Tally): Flow[] {
  const found = Object.entries(flows).map(([name, cases]): Flow => {
    const [from, to] = name.split(">") as [ReplayOutcome, ReplayOutcome];
    return { name, from, to, cases };
  });
  return found.sort((a, b) => places(a) - places(b));
}
