import { daysAfter, daysBetween, earlier, monthsAfter } from "../calendar/days.ts";
import { workingDay, workingDaysAfter } from "../calendar/working-days.ts";
import type { Random } from "../random.ts";
import { type Ending, endingOf, type Fate } from "./fate.ts";
import type { Turn, YearPlan } from "./year-plan.ts";

const decide = (phase: Extract<Turn, { do: "decide" }>["phase"], day: string): Turn => ({ do: "decide", phase, day });
const impose = (sanction: "warning" | "suspension", day: string): Turn => ({ do: "impose", sanction, day });

/** The last day for the report: clause 7.6. */
const dueOf = (year: number): string => `${year + 1}-02-15`;

const dayIn = (random: Random, from: string, to: string): string =>
  daysAfter(from, random.between(0, Math.max(0, daysBetween(from, to))));

/** Most reports come in the last weeks before the due day, and many in the last days. */
function reportDay(random: Random, year: number): string {
  if (random.percent(35)) return dayIn(random, `${year + 1}-02-10`, dueOf(year));
  return dayIn(random, `${year + 1}-01-08`, `${year + 1}-02-10`);
}

/** The chamber looks at a report within two weeks, and not after it sent its summary on 1 March where that can be. */
const looksAt = (random: Random, submittedOn: string, atMost = 8): string =>
  workingDaysAfter(submittedOn, random.between(0, atMost));

/** The days after the due day on which a chamber decides on whoever fell short: before its summary (clause 4.7). */
const afterDue = (random: Random, year: number): string =>
  workingDay(dayIn(random, `${year + 1}-02-17`, `${year + 1}-02-27`));

/** Warning, make-up, suspension: how a year that failed goes on (clause 9.1), and when the points or the report come. */
function followUp(random: Random, ending: Ending, decidedOn: string): { turns: Turn[]; submittedAfter: string | null } {
  if (ending === "not-warned") return { turns: [], submittedAfter: null };
  const warnedOn = workingDaysAfter(decidedOn, random.between(0, 6));
  const warning = impose("warning", warnedOn);
  const until = monthsAfter(warnedOn, 1);
  if (ending === "not-followed") return { turns: [warning], submittedAfter: null };
  if (ending === "made-up") {
    const submittedAfter = dayIn(random, daysAfter(until, -6), until);
    return { turns: [warning, decide("after-warning", looksAt(random, submittedAfter, 4))], submittedAfter };
  }
  const again = workingDaysAfter(daysAfter(until, 1), random.between(0, 10));
  const suspendedOn = workingDaysAfter(again, random.between(0, 5));
  const suspendedUntil = monthsAfter(suspendedOn, 3);
  const before: Turn[] = [warning, decide("after-warning", again), impose("suspension", suspendedOn)];
  if (ending === "exhausted") {
    const last = workingDaysAfter(daysAfter(suspendedUntil, 1), random.between(0, 10));
    return { turns: [...before, decide("after-suspension", last)], submittedAfter: null };
  }
  const submittedAfter = dayIn(random, daysAfter(suspendedOn, 70), suspendedUntil);
  return { turns: [...before, decide("after-suspension", looksAt(random, submittedAfter, 4))], submittedAfter };
}

type Planned = Pick<YearPlan, "ending" | "submittedOn" | "submittedAfter" | "turns">;

const settled = (submittedOn: string | null, ...turns: Turn[]): Planned => ({
  ending: null,
  submittedOn,
  submittedAfter: null,
  turns,
});

function failed(random: Random, year: number, submittedOn: string | null): Planned {
  const ending = endingOf(random);
  const decidedOn = afterDue(random, year);
  const { turns, submittedAfter } = followUp(random, ending, decidedOn);
  return { ending, submittedOn, submittedAfter, turns: [decide("first", decidedOn), ...turns] };
}

/** Plans the days of a reporting year of this fate. */
export function planYear(random: Random, fate: Fate, year: number): Planned {
  const inTime = reportDay(random, year);
  switch (fate) {
    case "exempt":
      return settled(null, decide("first", workingDay(dayIn(random, `${year + 1}-01-12`, `${year + 1}-02-26`))));
    case "early": {
      const submittedOn = dayIn(random, `${year}-10-10`, `${year}-12-26`);
      return settled(submittedOn, decide("first", looksAt(random, submittedOn)));
    }
    case "shown-midway": {
      const shownOn = workingDay(dayIn(random, `${year}-08-20`, `${year}-11-30`));
      return settled(inTime, decide("shown", shownOn), decide("first", looksAt(random, inTime)));
    }
    case "late": {
      const submittedOn = dayIn(random, `${year + 1}-02-16`, `${year + 1}-02-21`);
      return settled(submittedOn, decide("first", looksAt(random, submittedOn, 4)));
    }
    case "supplemented":
    case "mistaken": {
      const submittedOn = earlier(inTime, `${year + 1}-02-05`);
      const first = looksAt(random, submittedOn, 5);
      const again = workingDaysAfter(first, random.between(2, 10));
      return settled(submittedOn, decide("first", first), decide("corrected", again));
    }
    case "short":
      return failed(random, year, inTime);
    case "missing":
      return failed(random, year, null);
    default:
      return settled(inTime, decide("first", looksAt(random, inTime)));
  }
}
