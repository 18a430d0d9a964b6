import type { Services } from "../../services.ts";
import type { Place } from "../places.ts";
import type { YearRow } from "./year-row.ts";
import { yearRows } from "./year-rows.ts";

/** Reads the list of a chamber's year. */
export async function findRows(
  { store, today }: Pick<Services, "store" | "today">,
  { chamber, year, rules }: Place,
): Promise<YearRow[]> {
  const [consultants, cases] = await Promise.all([store.consultantsOf(chamber.id), store.casesOf(chamber.id, year)]);
  return yearRows({ chamber: chamber.id, year, rules, consultants, cases, today: today() });
}
