import type { Language } from "../../../../../engine/index.ts";
import type { Outlook } from "../../outlook.ts";
import type { KeptResult } from "../kept-result.ts";

/** What the comparison of two kept results is made from. */
export interface ShownComparison {
  language: Language;
  outlook: Outlook;
  one: KeptResult;
  other: KeptResult;
  /** The first page is 1. */
  page: number;
  chambers: ReadonlyMap<string, string>;
  forms: ReadonlyMap<string, string>;
}
