import type { Absence } from "../../../engine/index.ts";
import { daysAfter, daysBetween } from "../calendar/days.ts";
import { workingDay } from "../calendar/working-days.ts";
import type { Random } from "../random.ts";
import type { Person } from "./person.ts";

/** An absence as it will have been; its last day is known only when it has come, unless it was fixed from the first. */
export interface PlannedAbsence {
  kind: "maternity-leave" | "childcare-leave" | "suspension";
  ground?: string;
  from: string;
  to: string;
  fixedEnd: boolean;
}

/** 70 days before and 56 after the birth, by the Labour Code. */
const MATERNITY_DAYS = 126;
const WOMEN_WITH_CHILD_IN_PERCENT = 12;
const FATHERS_ON_LEAVE_IN_PERCENT = 0.6;
const SUSPENDED_IN_PERCENT = 3.5;

function dayOfMembership(random: Random, { memberSince }: Person, today: string): string {
  const first = memberSince > "2021-03-01" ? daysAfter(memberSince, 30) : "2021-03-01";
  return workingDay(daysAfter(first, random.between(0, Math.max(0, daysBetween(first, today)))));
}

function childcare(random: Random, from: string): PlannedAbsence {
  const days = random.between(180, 560);
  return { kind: "childcare-leave", from, to: daysAfter(from, days), fixedEnd: false };
}

function ofMother(random: Random, person: Person, today: string): PlannedAbsence[] {
  const from = dayOfMembership(random, person, today);
  const to = daysAfter(from, MATERNITY_DAYS - 1);
  const maternity: PlannedAbsence = { kind: "maternity-leave", from, to, fixedEnd: true };
  return random.percent(70) ? [maternity, childcare(random, daysAfter(to, 1))] : [maternity];
}

function ownRequest(random: Random, person: Person, today: string): PlannedAbsence {
  const from = dayOfMembership(random, person, today);
  const to = daysAfter(from, random.between(60, 400));
  return { kind: "suspension", ground: "own-request", from, to, fixedEnd: false };
}

/** The leaves and suspensions of a consultant, oldest first; none overlaps another. */
export function plannedAbsences(random: Random, person: Person, today: string): PlannedAbsence[] {
  if (person.woman && random.percent(WOMEN_WITH_CHILD_IN_PERCENT)) return ofMother(random, person, today);
  if (!person.woman && random.percent(FATHERS_ON_LEAVE_IN_PERCENT)) {
    return [childcare(random, dayOfMembership(random, person, today))];
  }
  return random.percent(SUSPENDED_IN_PERCENT) ? [ownRequest(random, person, today)] : [];
}

/** The absence as the register has it on a day; null before it began. */
export function asKnownOn({ kind, ground, from, to, fixedEnd }: PlannedAbsence, day: string): Absence | null {
  if (from > day) return null;
  return { kind, ...(ground ? { ground } : {}), from, to: fixedEnd || to <= day ? to : null };
}

/** Whether the absence frees from the duty of the year: any of its days, or the day of the return, lies in it (7.4). */
export const exempts = ({ from, to }: PlannedAbsence, year: number): boolean =>
  from <= `${year}-12-31` && daysAfter(to, 1) >= `${year}-01-01`;
