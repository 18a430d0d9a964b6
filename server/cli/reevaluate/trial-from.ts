import { isDay } from "../../../engine/calendar.ts";
import { type AdoptedSet, adoptedSets } from "../../adoption/adopted-sets.ts";
import { serverProblem } from "../../problem.ts";
import { knownOn } from "../../replay/known-on.ts";
import { triedSet } from "../../replay/looking-back/kept/tried-set.ts";
import { type Trial, trialOf } from "../../replay/trial.ts";
import type { LookedFor } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import { Refusal } from "../refusal.ts";
import { ruleBook, rulesNamed } from "../rules-for.ts";
import type { ReevaluateOptions } from "./reevaluate-options.ts";

/** What is tried, and what it is kept as. */
export interface AskedTrial {
  trial: Trial;
  lookedFor: LookedFor;
}

/** The sets of a store that no server has opened yet: those that the program comes with. */
const publishedWithProgram = (): AdoptedSet[] =>
  ruleBook().published.map(({ effectiveYear, ruleSet: { revision }, sha256, text }) => ({
    effectiveYear,
    revision,
    ruleSet: sha256,
    adoptedOn: null,
    draft: null,
    text,
  }));

function otherRules(whatIf: string): AskedTrial {
  const { ruleSet } = rulesNamed(whatIf);
  return { trial: trialOf(ruleSet), lookedFor: { kind: "what-if", ruleSet: triedSet(ruleSet), draft: null } };
}

/** What is tried instead: a set named by its year or file, or what was known on a day. @throws {Refusal} where it is none. */
export async function trialFrom(store: Store, { whatIf, asKnownOn }: ReevaluateOptions): Promise<AskedTrial> {
  if (whatIf !== undefined) return otherRules(whatIf);
  if (!asKnownOn || !isDay(asKnownOn)) throw new Refusal("--as-known-on", [serverProblem("not-a-day", "")]);
  const adopted = await adoptedSets(store);
  const trial = knownOn(adopted.length > 0 ? adopted : publishedWithProgram(), asKnownOn);
  const ruleSets = trial.sets.map(([, ruleSet]) => triedSet(ruleSet));
  return { trial, lookedFor: { kind: "known-on", day: asKnownOn, ruleSets } };
}
