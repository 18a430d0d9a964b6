import { type Static, Type } from "@sinclair/typebox";

/** The longest text that a case or a rule set may hold, in characters. */
export const LONGEST_TEXT = 4000;

/** The largest number of points, units or items that is accepted, so that sums stay exact. */
export const LARGEST_NUMBER = 1_000_000;

/**
 * The most points that the activities of a case, or an amount, may come to. What is found from them stays below 2^53 parts
 * of a point (see points.ts), also where a measure takes them in twenty terms: a number holds every part.
 */
export const LARGEST_SUM = 1_000_000_000;

/** Names what a rule set holds: lower-case words joined by hyphens. */
export const Id = Type.String({ pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", maxLength: 64 });

/** A text in the three languages, none of them left out. */
export const Text = Type.Object(
  {
    kk: Type.String({ minLength: 1, maxLength: LONGEST_TEXT }),
    ru: Type.String({ minLength: 1, maxLength: LONGEST_TEXT }),
    en: Type.String({ minLength: 1, maxLength: LONGEST_TEXT }),
  },
  { additionalProperties: false, $id: "Text" },
);
export type Text = Static<typeof Text>;
export type Language = keyof Text;

/** The clauses that a part rests on, such as "7.2" or "Annex 2, item 4". */
export const Clauses = Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { minItems: 1, maxItems: 20 });

/** Points with at most two decimals, not negative. */
export const Points = Type.Number({ format: "hundredths", minimum: 0, maximum: LARGEST_NUMBER });

/** A calendar day, `YYYY-MM-DD`. */
export const Day = Type.String({ format: "day" });

/** A year of the calendar. */
export const Year = Type.Integer({ minimum: 1900, maximum: 2999 });

/** What an object of the schemas may hold: nothing that it does not name. */
export const closed = { additionalProperties: false } as const;
