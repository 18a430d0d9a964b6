import type { Language } from "../../../engine/index.ts";
import type { Chamber, Stored } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import type { ReplayScope } from "../replay-recorded.ts";

/** The chambers and reporting years that there are cases of. */
export interface Recorded {
  chambers: Stored<Chamber>[];
  years: number[];
}

/** Reads what there is to choose from. @param only the chamber that alone is looked at; null for all */
export async function whatIsRecorded(store: Store, only: string | null = null): Promise<Recorded> {
  const chambers = (await store.chambers()).filter(({ id }) => only === null || id === only);
  const years = await Promise.all(chambers.map(({ id }) => store.yearsOf(id)));
  return { chambers, years: [...new Set(years.flat())].sort((a, b) => a - b) };
}

export const chamberNames = (language: Language, { chambers }: Recorded): Map<string, string> =>
  new Map(chambers.map(({ id, state }) => [id, state.name[language]]));

/** The fields that choose the cases: none that is ticked means all. Of a single chamber there is nothing to choose. */
export function scopeForm(language: Language, { chambers, years }: Recorded, chosen: Required<ReplayScope>) {
  return {
    isOpen: chosen.chambers.length > 0 || chosen.years.length > 0,
    years: years.map((year) => ({ value: String(year), text: String(year), checked: chosen.years.includes(year) })),
    chambers: (chambers.length > 1 ? chambers : []).map(({ id, state }) => ({
      value: id,
      text: state.name[language],
      checked: chosen.chambers.includes(id),
    })),
  };
}
