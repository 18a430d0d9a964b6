import type { Case } from "../../../engine/index.ts";
import type { Fields } from "../../report-check/form-reader.ts";

/** The consultant, with the attributes that are given in place of those that were known. */
export function consultantOf({ attributes: known, ...consultant }: Case["consultant"], given: Fields): Fields {
  const attributes = { ...known, ...(given.attributes as Fields | undefined) };
  return Object.keys(attributes).length === 0 ? consultant : { ...consultant, attributes };
}

/** The dated decisions: of each kind that is given the one of that day, of the others those that were known. */
export function decisionsOf(known: Case["decisions"], given: Fields): unknown[] | undefined {
  if (Object.keys(given).length === 0) return known;
  const others = (known ?? []).filter(({ decision }) => !Object.hasOwn(given, decision));
  const now = Object.entries(given).map(
    ([decision, decidedOn]) =>
      known?.find((one) => one.decision === decision && one.decidedOn === decidedOn) ?? { decision, decidedOn },
  );
  return [...others, ...now];
}
