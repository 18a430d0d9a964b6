import { daysAfter, daysBetween } from "../calendar/days.ts";
import { workingDay } from "../calendar/working-days.ts";
import { CHAMBERS, type DemoChamber } from "../chambers/chambers.ts";
import { personName } from "../people/person-name.ts";
import { Random, seedOf } from "../random.ts";

/** A consultant of the demo, as far as the register tells from the first day. */
export interface Person {
  number: number;
  id: string;
  name: string;
  woman: boolean;
  /** The language in which this consultant's reports are written. */
  language: "kk" | "ru";
  chamber: DemoChamber;
  memberSince: string;
  memberUntil: string | null;
  /** How surely the norm is reached: below 1 for those who need a warning more often. */
  diligence: number;
}

/** The chambers of legal consultants came into being after the law of July 2018. */
const FIRST_MEMBERS = "2018-10-01";
/** The Rules are in force from this day on; whoever had left before is not on the lists. */
const RULES_BEGIN = "2022-01-01";

const LEAVES_IN_PERCENT = 7;

/** Five in six joined before the Rules came into force, most of them in the first year of the chambers. */
function joiningDay(random: Random, today: string): string {
  const [from, to] = random.byShare([
    { share: 46, span: [FIRST_MEMBERS, "2019-12-31"] },
    { share: 38, span: ["2020-01-01", "2021-12-31"] },
    { share: 16, span: [RULES_BEGIN, daysAfter(today, -30)] },
  ]).span as [string, string];
  return workingDay(daysAfter(from, random.between(0, Math.max(0, daysBetween(from, to)))));
}

function leavingDay(random: Random, memberSince: string, today: string): string | null {
  if (!random.percent(LEAVES_IN_PERCENT)) return null;
  const first = daysAfter(memberSince > RULES_BEGIN ? memberSince : RULES_BEGIN, 120);
  if (first >= today) return null;
  return workingDay(daysAfter(first, random.between(0, daysBetween(first, today))));
}

/** The consultant of this number: the same for the same seed, whoever else there is. */
export function personOf(seed: number, number: number, today: string): Person {
  const random = new Random(seedOf(seed, number));
  const chamber = random.byShare(CHAMBERS);
  const woman = random.percent(56);
  const language = random.percent(chamber.kazakh) ? "kk" : "ru";
  const name = personName(random, woman, language);
  const memberSince = joiningDay(random, today);
  const memberUntil = leavingDay(random, memberSince, today);
  const diligence = random.byShare([
    { share: 86, value: 1.15 },
    { share: 14, value: 0.3 },
  ]).value;
  const id = `c-${String(number).padStart(5, "0")}`;
  return { number, id, name, woman, language, chamber, memberSince, memberUntil, diligence };
}
