import type { Evaluation } from "../evaluation.ts";
import { toParts } from "../points.ts";
import type { Amount, PointsOrAmount } from "../schema/rule-set.ts";

/** Finds points that are written out, or those of an amount, in parts. */
export type FindPoints = (evaluation: Evaluation) => number;

export function compilePoints(points: PointsOrAmount, amounts: readonly Amount[]): FindPoints {
  if (typeof points === "number") {
    const parts = toParts(points);
    return () => parts;
  }
  const at = amounts.findIndex(({ id }) => id === points.amount);
  return (evaluation) => evaluation.amounts[at] as number;
}

/** The same where there may be none: `otherwise` then. */
export const compileOptionalPoints = (
  points: PointsOrAmount | undefined,
  amounts: readonly Amount[],
  otherwise: number,
): FindPoints => (points === undefined ? () => otherwise : compilePoints(points, amounts));
