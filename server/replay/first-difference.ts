/** Where two values differ first, and what stands there. */
export interface FirstDifference {
  place: string;
  one: string;
  other: string;
}

const isHolder = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const LONGEST_SHOWN = 200;

const shown = (value: unknown): string =>
  value === undefined ? "–" : (JSON.stringify(value) ?? "–").slice(0, LONGEST_SHOWN);

const step = (name: string): string => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** Finds, in the order of the fields, where two JSON values differ first; null where their texts are the same. */
export function firstDifference(one: unknown, other: unknown, place = ""): FirstDifference | null {
  if (JSON.stringify(one) === JSON.stringify(other)) return null;
  const mayDescend = isHolder(one) && isHolder(other) && Array.isArray(one) === Array.isArray(other);
  const names = mayDescend ? [...new Set([...Object.keys(one), ...Object.keys(other)])] : [];
  for (const name of names) {
    if (!mayDescend) break;
    const found = firstDifference(one[name], other[name], place + step(name));
    if (found) return found;
  }
  return { place, one: shown(one), other: shown(other) };
}
