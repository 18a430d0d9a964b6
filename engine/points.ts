/**
 * Points are decimals with at most two digits. Inside the engine they are whole parts of a point, so that thirds and
 * quarters of an hour add exactly: a point has as many parts as hundredths, thirds, 45ths and 50ths of it need.
 */
export const PARTS = 360_000;

const PARTS_OF_HUNDREDTH = PARTS / 100;

/** The parts of a number of points that `isHundredths` accepts. */
export const toParts = (points: number): number => Math.round(points * 100) * PARTS_OF_HUNDREDTH;

/** Parts as points with two digits, rounded down: what was earned is never shown as more. */
export const pointsDown = (parts: number): number => Math.floor(parts / PARTS_OF_HUNDREDTH) / 100;

/** Parts as points with two digits, rounded up: what is missing is never shown as less. */
export const pointsUp = (parts: number): number => Math.ceil(parts / PARTS_OF_HUNDREDTH) / 100;

/** Whether the number has at most two decimals. */
export const isHundredths = (value: number): boolean => Math.round(value * 100) / 100 === value;

/** How a quotient is brought to whole numbers: down, up, or to the nearest, half up. */
export type Towards = "down" | "up" | "nearest";

function roundQuotient(dividend: bigint, divisor: bigint, towards: Towards): bigint {
  if (towards === "nearest") return (2n * dividend + divisor) / (2n * divisor);
  return (towards === "up" ? dividend + divisor - 1n : dividend) / divisor;
}

/**
 * `one` times `other` divided by `divisor`, whole numbers that are not negative, brought to whole multiples of `step`:
 * exactly, also where the product is beyond what a number holds; infinity where the result is.
 */
export function multiplyAndDivide(
  one: number,
  other: number,
  divisor: number,
  step = 1,
  towards: Towards = "down",
): number {
  const product = one * other;
  const whole = divisor * step;
  if (Number.isSafeInteger(product) && product % whole === 0) return (product / whole) * step;
  if (!Number.isFinite(product)) return product;
  const quotient = roundQuotient(BigInt(one) * BigInt(other), BigInt(divisor) * BigInt(step), towards);
  const found = Number(quotient) * step;
  return Number.isSafeInteger(found) ? found : Number.POSITIVE_INFINITY;
}
