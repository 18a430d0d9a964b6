import type { PublishedRules } from "../../published-rules.ts";
import { caseId } from "../../recording/ids.ts";
import type { Store } from "../../store/store.ts";
import type { CaseToTry } from "./try-case.ts";
import { withoutNames } from "./without-names.ts";

/** Which recorded case is asked for. */
export interface Wanted {
  chamber: string;
  year: string;
  consultant: string;
}

export const readWanted = (form: URLSearchParams): Wanted => ({
  chamber: form.get("chamber") ?? "",
  year: (form.get("year") ?? "").trim(),
  consultant: (form.get("consultant") ?? "").trim(),
});

/** Finds a recorded case; null where there is none. What is given never holds a name. */
export async function namelessCase(
  store: Store,
  { ruleSet }: PublishedRules,
  { chamber, year, consultant }: Wanted,
  today: string,
): Promise<CaseToTry | null> {
  if (!/^\d{4}$/.test(year) || consultant === "") return null;
  const kept = await store.case(caseId(chamber, Number(year), consultant));
  if (!kept) return null;
  const { content, latest } = kept.state;
  return { case: withoutNames(ruleSet, content), asOf: latest?.asOf ?? today };
}
