import type { Tally } from "../replay/tally.ts";
import type { Actor } from "./actor.ts";

/** A rule set that recorded cases were decided by once more. Its text is kept with the list. */
export interface TriedSet {
  sha256: string;
  effectiveYear: number;
  revision: number;
}

/** The text of a draft that was tried: the SHA-256 of its JSON as it was written, and its version. */
export interface TriedDraft {
  id: string;
  title: string;
  version: number;
  sha256: string;
}

/** What was looked back for, exactly. A day is `YYYY-MM-DD`. */
export type LookedFor =
  | { kind: "reproduce" }
  | { kind: "what-if"; ruleSet: TriedSet; draft: TriedDraft | null }
  | { kind: "known-on"; day: string; ruleSets: TriedSet[] };

/** What making recorded decisions again came to, but for the list of those that are unlike. */
export interface ReproducedFigures {
  decisions: number;
  unlike: number;
  /** Decisions by `chamber/year`. */
  places: Record<string, number>;
}

/**
 * What looking back came to, as somebody kept it. It never changes. The people whose outcome changes, or the decisions
 * that are unlike, stand in a document.
 */
export interface LookingBack {
  /** The chamber that it was kept for, on that chamber's own pages; null for the country's. */
  chamber: string | null;
  asked: LookedFor;
  /** The chambers and reporting years that were looked at; all of them, where none is named. */
  chambers: string[];
  years: number[];
  /** When it was begun, and how many events the log had: what it was made from. */
  begunAt: string;
  events: number;
  /** The version of the engine that decided. */
  engine: string;
  /** By the kind of what was looked for. */
  figures: { replayed: Tally } | { reproduced: ReproducedFigures };
  list: { sha256: string; bytes: number; lines: number };
  keptAt: string;
  keptBy: Actor;
  note: string | null;
}
