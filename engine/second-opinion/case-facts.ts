import { type CycleYears, cycleFacts } from "./cycle.ts";
import { dayAfter, dayAsNumber, isWithin, monthOf, yearOf } from "./days.ts";
import type { JudgedFacts } from "./judge.ts";
import { asCompared, attributeOf, kindOf } from "./kinds.ts";
import { knownAbsences, type Matter, NEVER } from "./matter.ts";
import { isCovered, monthsOf, touches } from "./months.ts";

/** How many reporting years there are from the one in which the consultant joined to this one; 0 before joining. */
function yearOfMembership({ ruleSet, theCase, period }: Matter): number {
  const { memberSince } = theCase.consultant;
  if (memberSince > period.to) return 0;
  const joinedIn = yearOf(memberSince) - (memberSince.slice(5) < ruleSet.period.starts ? 1 : 0);
  return theCase.reportingYear - joinedIn + 1;
}

function attributeFacts({ ruleSet, theCase: { consultant } }: Matter): JudgedFacts {
  const declared = ruleSet.attributes?.consultant ?? [];
  return Object.fromEntries(
    declared.map((attribute) => {
      const fact = `consultant.${attribute.id}`;
      return [fact, asCompared(kindOf(fact, ruleSet), attributeOf(consultant.attributes, attribute))];
    }),
  );
}

function decisionFacts({ ruleSet, theCase, asOf }: Matter): JudgedFacts {
  const taken = (theCase.decisions ?? []).filter(({ decidedOn }) => decidedOn <= asOf);
  const kinds = ruleSet.decisions ?? [];
  return Object.fromEntries(kinds.map(({ id }) => [`decision.${id}`, taken.some(({ decision }) => decision === id)]));
}

/** The facts that are known from the beginning: of the member, the decisions, the absences, the cycle. */
export function caseFacts(matter: Matter, cycle: CycleYears): JudgedFacts {
  const { memberSince } = matter.theCase.consultant;
  const months = monthsOf(matter.period);
  const absences = knownAbsences(matter);
  const absent = absences.map(({ from, to }) => ({ from, to: to ?? NEVER }));
  return {
    "member.since": dayAsNumber(memberSince),
    "member.joinedInYear": isWithin(memberSince, matter.period),
    "member.joinedMonth": monthOf(memberSince),
    "member.year": yearOfMembership(matter),
    "member.monthsInYear": months.filter((month) => touches(month, matter.membership)).length,
    "absences.restoredInYear": absences.some(({ to }) => to !== null && isWithin(dayAfter(to), matter.period)),
    "absences.monthsInYear": months.filter((month) => isCovered(month, absent)).length,
    ...attributeFacts(matter),
    ...decisionFacts(matter),
    ...cycleFacts(matter, cycle),
  };
}
