import type { Activity, Case } from "../../../engine/index.ts";
import { Random } from "../../../server/demo/random.ts";
import { ANNEX_2 } from "../handwritten/annex-2.ts";
import { generateActivity } from "./activities.ts";
import { daysAfter, dueOf } from "./days.ts";
import { generateAbsences, generateConsultant, generateSanctions } from "./standing.ts";

/** A case and the day as of which it is to be decided. */
export interface DatedCase {
  case: Case;
  asOf: string;
}

/** The seed from which all cases are made, where the caller names none. */
export const SEED = 20_220_101;

/** A day around the due day: often the day itself or the next, half of the time well after it. */
function generateAsOf(random: Random, due: string): string {
  if (random.percent(10)) return daysAfter(due, random.between(0, 1));
  if (random.percent(30)) return daysAfter(due, -random.between(0, 45));
  return daysAfter(due, random.percent(15) ? -random.between(46, 300) : random.between(1, 200));
}

function generateReport(random: Random, activities: readonly Activity[], due: string): Pick<Case, "report"> {
  if (random.percent(10)) return random.percent(50) ? {} : { report: null };
  const submittedOn = daysAfter(due, random.percent(85) ? -random.between(0, 60) : random.between(1, 40));
  if (random.percent(15)) return { report: { submittedOn } };
  const listed = activities.reduce((sum, { form }) => sum + (ANNEX_2.get(form)?.points ?? 0), 0);
  return { report: { submittedOn, claimedTotal: random.percent(85) ? listed : listed + random.between(1, 4) } };
}

function generateActivities(random: Random, theCase: Case): Activity[] {
  const count = random.percent(6) ? 0 : random.percent(85) ? random.between(3, 7) : random.between(1, 9);
  const activities: Activity[] = [];
  for (let number = 1; number <= count; number++) {
    const repeated = number > 1 && random.percent(2) ? random.of(activities) : null;
    activities.push(repeated ? { ...repeated, id: `a${number}` } : generateActivity(random, theCase, number));
  }
  return activities;
}

/** The case of this number under this seed, alone or among the others: one consultant and one of the years 2022 to 2025. */
export function generateCase(seed: number, number: number): DatedCase {
  const random = new Random(Math.imul(seed + number, 2_654_435_761));
  const reportingYear = random.between(2022, 2025);
  const due = dueOf(reportingYear);
  const bare: Case = {
    ...(random.percent(95) ? { id: `${reportingYear}/c-${number}` } : {}),
    reportingYear,
    consultant: generateConsultant(random, reportingYear, number),
    ...generateAbsences(random, reportingYear),
    activities: [],
    ...generateSanctions(random, reportingYear),
  };
  const activities = generateActivities(random, bare);
  return {
    case: { ...bare, activities, ...generateReport(random, activities, due) },
    asOf: generateAsOf(random, due),
  };
}
