import type { Case } from "../../../engine/index.ts";
import type { PublishedRules } from "../../published-rules.ts";
import type { CaseRecord, Chamber, Consultant, Stored } from "../../store/records.ts";

/** A case that an officer enters or corrects. */
export interface Entry {
  chamber: Stored<Chamber>;
  year: number;
  rules: PublishedRules;
  consultant: { id: string; name: string };
  /** The case record, where there is one already. */
  kept: Stored<CaseRecord> | null;
  /** What the form starts from: the case as it is kept, or what the register says. */
  base: Case;
}

/** A consultant of the register as an entry names them. */
export const named = ({ id, state }: Stored<Consultant>): Entry["consultant"] => ({ id, name: state.name });

/** The number of the decision that the next one corrects. */
export const correctedBy = ({ kept }: Entry): number | null => kept?.state.latest?.number ?? null;
