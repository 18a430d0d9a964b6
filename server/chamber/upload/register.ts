import type { Case } from "../../../engine/index.ts";
import { caseOfRegistry } from "../../recording/case-of-registry.ts";
import type { Archive } from "../../recording/earlier-year.ts";
import { historyOf, withHistory } from "../../recording/history-of.ts";
import { caseId } from "../../recording/ids.ts";
import type { CaseRecord, Consultant, Stored } from "../../store/records.ts";
import type { Place } from "../places.ts";

/** What a chamber has on its consultants and their cases of a year: read once for all the rows of a file. */
export interface Register {
  consultant(id: string): Stored<Consultant> | null;
  kept(consultant: string): Stored<CaseRecord> | null;
  /** What the rows of a CSV start from: what is known already, without the report. */
  base(consultant: Stored<Consultant>): Promise<Case>;
}

const byId = <State>(records: readonly Stored<State>[]): ReadonlyMap<string, Stored<State>> =>
  new Map(records.map((record) => [record.id, record]));

/** Reads the register of a chamber for a year. */
export async function readRegister(archive: Archive, { chamber, year, rules: { ruleSet } }: Place): Promise<Register> {
  const { store } = archive;
  const [consultants, cases] = await Promise.all([store.consultantsOf(chamber.id), store.casesOf(chamber.id, year)]);
  const consultantsById = byId(consultants);
  const casesById = byId(cases);
  const kept = (consultant: string) => casesById.get(caseId(chamber.id, year, consultant)) ?? null;
  return {
    consultant: (id) => consultantsById.get(id) ?? null,
    kept,
    base: async (consultant) => {
      const content = kept(consultant.id)?.state.content;
      if (content) return withHistory(archive, consultant, content, ruleSet);
      return caseOfRegistry(consultant, year, await historyOf(archive, consultant, year, ruleSet));
    },
  };
}
