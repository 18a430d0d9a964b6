import { Engine } from "json-rules-engine";
import type { Outcome } from "../../../engine/index.ts";
import type { DatedCase } from "../generate/case.ts";
import { ANNEX_2 } from "../handwritten/annex-2.ts";
import type { Answer, Contender } from "./contender.ts";
import { type ActivityFacts, factsOf } from "./facts.ts";
import { CREDIT, EXEMPTION, OUTCOME } from "./json-rules.ts";

/**
 * Three engines, made once and run one after the other: never two runs at a time on the same one, because those lose
 * results; and never a new engine for each run, because that is slower.
 */
const credit = new Engine(CREDIT);
const exemption = new Engine(EXEMPTION);
const outcome = new Engine(OUTCOME);

const holds = async (engine: Engine, facts: object): Promise<boolean> => (await engine.run(facts)).events.length > 0;

const pointsOf = ({ form, units, recognised, recognisedPoints }: ActivityFacts): number =>
  recognised ? recognisedPoints : (ANNEX_2.get(form)?.points ?? 0) * units;

async function decide(dated: DatedCase): Promise<Answer> {
  const { absences, activities, ...facts } = factsOf(dated);
  let total = 0;
  for (const activity of activities) if (await holds(credit, activity)) total += pointsOf(activity);
  let exempt = false;
  for (const absence of absences) exempt ||= await holds(exemption, absence);
  const { events } = await outcome.run({ ...facts, exempt, total });
  return { outcome: events[0]?.type as Outcome, total: total / 100 };
}

/** The Rules as its users would write them for json-rules-engine. */
export const jsonRulesEngine: Contender = {
  id: "json-rules-engine",
  name: "json-rules-engine 7.3.1",
  slow: true,
  async decideAll(cases, keep) {
    for (const dated of cases) {
      const answer = await decide(dated);
      keep?.push(answer);
    }
  },
};
