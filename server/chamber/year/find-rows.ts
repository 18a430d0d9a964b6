import { caseId } from "../../recording/ids.ts";
import type { Services } from "../../services.ts";
import type { Consultant, Stored } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import type { Place } from "../places.ts";
import type { YearRow } from "./year-row.ts";
import { yearRows } from "./year-rows.ts";

/** Those on whose year another chamber decided, when they were on its list. */
async function decidedElsewhere(
  store: Store,
  year: number,
  consultants: readonly Stored<Consultant>[],
): Promise<ReadonlySet<string>> {
  const cases = consultants.flatMap(({ id, state: { formerly = [] } }) =>
    formerly.map((chamber) => store.case(caseId(chamber, year, id))),
  );
  return new Set((await Promise.all(cases)).flatMap((kept) => (kept?.state.latest ? [kept.state.consultant] : [])));
}

/** Reads the list of a chamber's year. What another chamber decided on before they came is not asked for once more. */
export async function findRows(
  { store, today }: Pick<Services, "store" | "today">,
  { chamber, year, rules }: Place,
): Promise<YearRow[]> {
  const [onList, cases] = await Promise.all([store.consultantsOf(chamber.id), store.casesOf(chamber.id, year)]);
  const decidedHere = new Set(cases.map(({ state }) => state.consultant));
  const elsewhere = await decidedElsewhere(store, year, onList);
  const consultants = onList.filter(({ id }) => decidedHere.has(id) || !elsewhere.has(id));
  return yearRows({ chamber: chamber.id, year, rules, consultants, cases, today: today() });
}
