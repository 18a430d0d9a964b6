import type { Static } from "@sinclair/typebox";
import type { Rounding } from "../schema/part.ts";

/** How many whole parts a point has; every sum of the second opinion is in parts. */
export const PARTS = 360_000n;
const PARTS_OF_A_HUNDREDTH = PARTS / 100n;

export type Towards = "down" | "up" | "nearest";

/** A fraction whose lower number is above zero. */
export interface Fraction {
  over: bigint;
  under: bigint;
}

/** A written number, of at most two decimals, in hundredths. */
export const hundredthsOf = (written: number): bigint => BigInt(Math.round(written * 100));

/** Written points, or a written number, in parts. */
export const partsOf = (written: number): bigint => hundredthsOf(written) * PARTS_OF_A_HUNDREDTH;

/** The largest whole number that is not above the fraction. */
function floor({ over, under }: Fraction): bigint {
  const towardsZero = over / under;
  return over < 0n && towardsZero * under !== over ? towardsZero - 1n : towardsZero;
}

/** The fraction as a whole number; half of one counts as nearer to the one above. */
export function whole({ over, under }: Fraction, towards: Towards): bigint {
  if (towards === "up") return -floor({ over: -over, under });
  return floor(towards === "down" ? { over, under } : { over: 2n * over + under, under: 2n * under });
}

/** A fraction of parts, brought to the steps of a rounding; where there is none, down to a whole part. */
export function inSteps({ over, under }: Fraction, rounding: Static<typeof Rounding> | undefined): bigint {
  if (!rounding) return whole({ over, under }, "down");
  const step = partsOf(rounding.to);
  return whole({ over, under: under * step }, rounding.towards) * step;
}

/** Parts as points with at most two decimals. */
export const inPoints = (parts: bigint, towards: Towards): number =>
  Number(whole({ over: parts, under: PARTS_OF_A_HUNDREDTH }, towards)) / 100;

export const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
export const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
