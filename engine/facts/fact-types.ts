import { isDay } from "../calendar.ts";
import { isHundredths, pointsDown, toParts } from "../points.ts";

/**
 * The type of a fact. Points and numbers are held in parts while a case is decided (see points.ts), days as `YYYY-MM-DD`;
 * a text that was not given is empty.
 */
export type FactType = "points" | "number" | "count" | "day" | "text" | "boolean";
export type FactValue = number | string | boolean;

/** Whether the value, as JSON writes it, is one of the type. */
export function fits(type: FactType, value: FactValue): boolean {
  if (type === "boolean") return typeof value === "boolean";
  if (type === "text") return typeof value === "string";
  if (type === "day") return typeof value === "string" && isDay(value);
  if (typeof value !== "number" || Math.abs(value) > 1_000_000) return false;
  return type === "count" ? Number.isInteger(value) : isHundredths(value);
}

const isDecimal = (type: FactType): boolean => type === "points" || type === "number";

/** A held value as people and JSON write it: points and numbers as decimals. */
export const shown = (type: FactType, value: FactValue): FactValue =>
  isDecimal(type) ? pointsDown(value as number) : value;

/** A written value as it is held: points and numbers in parts. */
export const held = (type: FactType, value: FactValue): FactValue =>
  isDecimal(type) ? toParts(value as number) : value;
