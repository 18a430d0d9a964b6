/**
 * Points are decimals with at most two digits. Inside the engine they are whole hundredths, so that they add exactly.
 */

/** The number of hundredths in a number of points that `isHundredths` accepts. */
export const toHundredths = (points: number): number => Math.round(points * 100);

/** The points of a whole number of hundredths: the nearest number to the decimal, which prints as that decimal. */
export const fromHundredths = (hundredths: number): number => hundredths / 100;

/** Whether the number has at most two decimals. */
export const isHundredths = (value: number): boolean => Math.round(value * 100) / 100 === value;

/**
 * A weight times a number of units, both in hundredths, as hundredths; half a hundredth is rounded up. The whole points
 * are multiplied apart, so that the product stays exact up to the largest weight and number of units.
 */
export function multiply(weight: number, units: number): number {
  const points = Math.floor(weight / 100);
  return points * units + Math.floor(((weight - points * 100) * units + 50) / 100);
}
