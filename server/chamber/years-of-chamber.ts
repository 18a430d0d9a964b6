import { yearToReport } from "../report-check/new-report.ts";
import type { Services } from "../services.ts";

/** The years that a chamber's pages lead to: those with cases, and the one that is to be reported on, the newest first. */
export async function yearsOfChamber(
  { store, rules, today }: Pick<Services, "store" | "rules" | "today">,
  chamber: string,
): Promise<number[]> {
  const years = new Set([...(await store.yearsOf(chamber)), yearToReport(rules, today())]);
  return [...years].filter((year) => rules.inForce(year)).sort((a, b) => b - a);
}
