import type { CaseRecord } from "../store/records.ts";

/** The sanction that the last decision calls for and that has not been imposed since; null where there is none. */
export function sanctionToImpose({ content, latest }: CaseRecord): string | null {
  const due = latest?.sanctionDue ?? null;
  return content.sanctions?.some(({ sanction }) => sanction === due) ? null : due;
}
