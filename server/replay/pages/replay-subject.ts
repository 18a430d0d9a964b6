import type { Language } from "../../../engine/index.ts";
import type { Section } from "../../pages/navigation.ts";
import type { LookedFor } from "../../store/records.ts";
import type { Replayed } from "../replay-case.ts";
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
  /** The chamber whose cases alone are replayed; null where the query chooses. */
  chamber: string | null;
  /** Names what is tried, exactly. */
  name: string;
  trial: Trial;
  /** What its results are kept as; null where they are not kept. */
  lookedFor: LookedFor | null;
  /** What the side after is called. */
  after: string;
}

/** The page that shows both decisions on a case: its address names the chamber, unless all cases are of one. */
export const bothAddress = (
  { address, chamber }: Pick<ReplaySubject, "address" | "chamber">,
  replayed: Replayed,
): string =>
  [
    address,
    ...(chamber === null ? [encodeURIComponent(replayed.chamber)] : []),
    replayed.reportingYear,
    encodeURIComponent(replayed.consultant),
  ].join("/");
