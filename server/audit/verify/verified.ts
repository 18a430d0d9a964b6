import type { Seal } from "../seals/seal.ts";
import type { Finding } from "./finding.ts";

/** What came of a verification. */
export interface Verified {
  /** How many events the log holds. */
  events: number;
  root: string;
  /** How many seals there are. */
  seals: number;
  /** The last seal that the log fits: what stands before it is proven. */
  proven: Seal | null;
  /** How many seals were made after the log ends; for a backup alone. */
  later: number;
  /** How many events name a seal of another key, which stands in another folder. */
  elsewhere: number;
  /** Whether a last write was left unfinished: it was never acknowledged. */
  torn: boolean;
  findings: readonly Finding[];
  /** How many findings there were: `findings` holds the first of them. */
  found: number;
}
