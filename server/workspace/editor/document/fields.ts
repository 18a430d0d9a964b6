/** A draft's rule set as JSON holds it: it may have problems. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value as an object: an empty one where it is something else. */
export const asFields = (value: unknown): Fields => (isFields(value) ? value : {});

/** A value as a list: an empty one where it is something else. */
export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The id of a part; null where it has none that is a text. */
export const idOf = (part: unknown): string | null => {
  const { id } = asFields(part);
  return typeof id === "string" ? id : null;
};
