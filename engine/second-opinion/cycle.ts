import { yearOf } from "./days.ts";
import type { JudgedFacts } from "./judge.ts";
import { attributeOf } from "./kinds.ts";
import type { Matter } from "./matter.ts";

/** The reporting year in which the cycle began, and how many years it has. */
export interface CycleYears {
  start: number;
  years: number;
}

function anchorOf({ ruleSet, theCase: { consultant } }: Matter): number {
  const anchor = ruleSet.cycle?.anchor ?? 0;
  if (typeof anchor === "number") return anchor;
  const attribute = ruleSet.attributes?.consultant?.find(({ id }) => anchor.fact === `consultant.${id}`);
  const day = attribute ? attributeOf(consultant.attributes, attribute) : consultant.memberSince;
  return yearOf(String(day)) + (anchor.next ? 1 : 0);
}

/** The cycle in which the reporting year lies; without cycles, the year is one for itself. */
export function cycleOf(matter: Matter): CycleYears {
  const { reportingYear } = matter.theCase;
  const years = matter.ruleSet.cycle?.years ?? 1;
  let start = anchorOf(matter);
  if (!matter.ruleSet.cycle) return { start: reportingYear, years };
  while (start > reportingYear) start -= years;
  while (start + years <= reportingYear) start += years;
  return { start, years };
}

/** What conditions may read of the cycle, where the rule set has one. */
export function cycleFacts(matter: Matter, { start, years }: CycleYears): JudgedFacts {
  if (!matter.ruleSet.cycle) return {};
  const year = matter.theCase.reportingYear - start + 1;
  return { "cycle.year": year, "cycle.isFirst": year === 1, "cycle.isLast": year === years };
}
