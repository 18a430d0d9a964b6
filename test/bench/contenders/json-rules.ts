import type { RuleProperties } from "json-rules-engine";
import { ANNEX_2, NORM } from "../handwritten/annex-2.ts";

/** The Rules of 2022 in the grammar of json-rules-engine. */

const LISTED = [...ANNEX_2.keys()];
const is = (fact: string, value: unknown) => ({ fact, operator: "equal", value });

/** Of one activity: whether it counts. A rule of this engine cannot multiply, so the points are looked up outside. */
export const CREDIT: RuleProperties[] = [
  {
    conditions: {
      all: [
        is("ended", true),
        {
          any: [
            { all: [is("markedFor", "no-year"), is("endedInYear", true)] },
            { all: [is("markedFor", "this-year"), is("endedInMakeUp", true)] },
          ],
        },
        { any: [{ fact: "form", operator: "in", value: LISTED }, is("recognised", true)] },
        { fact: "documents", operator: "greaterThan", value: 0 },
      ],
    },
    event: { type: "counts" },
  },
];

/** Of one absence: whether it exempts. */
export const EXEMPTION: RuleProperties[] = [
  {
    conditions: {
      all: [
        is("touchesYear", true),
        {
          any: [
            { fact: "kind", operator: "in", value: ["maternity-leave", "childcare-leave"] },
            { all: [is("kind", "suspension"), { fact: "ground", operator: "notEqual", value: "sanction" }] },
          ],
        },
      ],
    },
    event: { type: "exempts" },
  },
];

const obliged = [is("member", true), is("exempt", false)];
const met = { fact: "total", operator: "greaterThanInclusive", value: NORM * 100 };

/** Of the case: its outcome. */
export const OUTCOME: RuleProperties[] = [
  { conditions: { all: [is("member", false)] }, event: { type: "not-a-member" } },
  { conditions: { all: [is("member", true), is("exempt", true)] }, event: { type: "exempt" } },
  { conditions: { all: [...obliged, is("submitted", true), met] }, event: { type: "fulfilled" } },
  {
    conditions: { all: [...obliged, is("afterDue", false), { not: { all: [is("submitted", true), met] } }] },
    event: { type: "pending" },
  },
  {
    conditions: { all: [...obliged, is("afterDue", true), { not: { all: [is("submitted", true), met] } }] },
    event: { type: "unfulfilled" },
  },
];
