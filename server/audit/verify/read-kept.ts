import { isUtf8 } from "node:buffer";
import type { LoggedEvent } from "../../store/change.ts";

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const isEvent = (value: unknown): value is LoggedEvent =>
  isObject(value) &&
  Number.isSafeInteger(value.seq) &&
  Array.isArray(value.records) &&
  value.records.every((record) => isObject(record) && typeof record.kind === "string" && typeof record.id === "string");

/** Reads the line of an event; null where it is not one. */
export function readKept(line: Buffer): LoggedEvent | null {
  if (!isUtf8(line)) return null;
  try {
    const value: unknown = JSON.parse(line.toString("utf8"));
    return isEvent(value) ? value : null;
  } catch {
    return null;
  }
}
