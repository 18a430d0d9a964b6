import { ZenDecisionContent, ZenEngine } from "@gorules/zen-engine";
import type { DatedCase } from "../generate/case.ts";
import type { Answer, Contender } from "./contender.ts";
import { factsOf } from "./facts.ts";
import { GRAPH } from "./zen-graph.ts";

/** How many evaluations are under way at a time: it works on threads of its own and is slowest when waited for singly. */
const AT_A_TIME = 64;

const content = new ZenDecisionContent(GRAPH);
const engine = new ZenEngine({ loader: async () => content });

async function decide(dated: DatedCase): Promise<Answer> {
  const { result } = await engine.evaluate("rules-2022", factsOf(dated));
  return { outcome: result.outcome, total: result.total / 100 };
}

/** The Rules as a decision graph for GoRules Zen, a native engine written in Rust. */
export const zenEngine: Contender = {
  id: "zen-engine",
  name: "zen-engine 0.54.0, native",
  slow: true,
  async decideAll(cases, keep) {
    for (let at = 0; at < cases.length; at += AT_A_TIME) {
      const answers = await Promise.all(cases.slice(at, at + AT_A_TIME).map(decide));
      keep?.push(...answers);
    }
  },
};
