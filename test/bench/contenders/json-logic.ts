import { LogicEngine } from "json-logic-engine";
import { ANNEX_2, NORM } from "../handwritten/annex-2.ts";
import { type Answer, type Contender, oneByOne } from "./contender.ts";
import { type CaseFacts, factsOf } from "./facts.ts";

const of = (name: string) => ({ var: name });
const is = (name: string, value: string) => ({ "===": [of(name), value] });

const counts = {
  and: [
    of("ended"),
    {
      or: [
        { and: [is("markedFor", "no-year"), of("endedInYear")] },
        { and: [is("markedFor", "this-year"), of("endedInMakeUp")] },
      ],
    },
    { ">": [of("documents"), 0] },
  ],
};

/** Annex 2 as a chain: the first form that matches gives its weight; json-logic has no table to look up in. */
const listed = [...ANNEX_2].flatMap(([form, { points }]) => [is("form", form), { "*": [points, of("units")] }]);

const credited = { if: [{ "!": counts }, 0, of("recognised"), of("recognisedPoints"), ...listed, 0] };

const exempts = {
  and: [
    of("touchesYear"),
    {
      or: [
        { in: [of("kind"), ["maternity-leave", "childcare-leave"]] },
        { and: [is("kind", "suspension"), { "!==": [of("ground"), "sanction"] }] },
      ],
    },
  ],
};

const TOTAL = {
  reduce: [{ map: [of("activities"), credited] }, { "+": [of("accumulator"), of("current")] }, 0],
};

const OUTCOME = {
  if: [
    ...[{ "!": of("member") }, "not-a-member"],
    ...[{ some: [of("absences"), exempts] }, "exempt"],
    ...[{ and: [of("submitted"), { ">=": [of("total"), NORM * 100] }] }, "fulfilled"],
    ...[of("afterDue"), "unfulfilled"],
    "pending",
  ],
};

const engine = new LogicEngine();
const totalOf = engine.build(TOTAL) as (facts: CaseFacts) => number;
const outcomeOf = engine.build(OUTCOME) as (facts: CaseFacts & { total: number }) => Answer["outcome"];

/** The Rules as logic that json-logic-engine compiles to JavaScript. */
export const jsonLogic: Contender = {
  id: "json-logic-engine",
  name: "json-logic-engine 5.0.7, compiled",
  slow: false,
  decideAll: oneByOne((dated) => {
    const facts = factsOf(dated);
    const total = totalOf(facts);
    return { outcome: outcomeOf({ ...facts, total }), total: total / 100 };
  }),
};
