import fc from "fast-check";
import { day, lastDay, points } from "./arbitrary-values.ts";
import { DOCUMENTS, FORMS, given, MODES, ORGANIZERS, optional, seldom } from "./vocabulary.ts";

/** From the same day, from the first of its month, or from some day before. */
const days = fc
  .record({ to: lastDay, other: day, begins: fc.constantFrom("same", "same", "month", "other") })
  .map(({ to, other, begins }) => {
    if (begins === "month") return { from: `${to.slice(0, 8)}01`, to };
    return begins === "other" && other < to ? { from: other, to } : { from: to, to };
  });

const attributes = fc
  .record({
    minutes: seldom(fc.constantFrom(0, 10, 45, 49.99, 50, 70, 120.5), 2),
    mode: seldom(fc.constantFrom(...MODES), 2),
    first: seldom(fc.boolean(), 2),
    held: seldom(day, 2),
  })
  .map(given);

/** A random activity without its id. */
export const arbitraryActivity = fc
  .record({
    form: fc.constantFrom(...FORMS, ...FORMS, "podcast"),
    title: fc.constantFrom("A", "B"),
    organizer: fc.constantFrom(...ORGANIZERS),
    days,
    units: optional(fc.constantFrom(0.01, 0.5, 1, 1.33, 2, 3), 3),
    evidence: fc.array(fc.record({ kind: fc.constantFrom(...DOCUMENTS), name: fc.constant("a.pdf") }), {
      maxLength: 2,
    }),
    claimedPoints: seldom(points),
    recognition: seldom(fc.record({ points, decidedOn: day })),
    makeUpFor: seldom(fc.constantFrom(2023, 2024, 2024, 2024), 6),
    attributes: optional(attributes, 2),
  })
  .map(({ days: fromTo, ...rest }) => given({ ...fromTo, ...rest }));
