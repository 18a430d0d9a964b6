import type { Language } from "../../../engine/index.ts";
import type { Section } from "../../pages/navigation.ts";
import type { Trial } from "../trial.ts";

/** What a replay is about, for the pages that show it. */
export interface ReplaySubject {
  language: Language;
  section: Section;
  title: string;
  /** The way back, and what is tried, as the head of each page says it. */
  crumbs: readonly { href: string; text: string }[];
  lead: string;
  /** The address of the page, without a query. */
  address: string;
  /** Names what is tried, exactly. */
  name: string;
  trial: Trial;
  /** What the side after is called. */
  after: string;
}
