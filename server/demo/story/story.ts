import { daysAfter, later, yearOf } from "../calendar/days.ts";
import { inOfficeHours, shortlyAfter } from "../calendar/office-hours.ts";
import { workingDay } from "../calendar/working-days.ts";
import { Random, seedOf } from "../random.ts";
import { fateOf } from "./fate.ts";
import { type Person, personOf } from "./person.ts";
import { planYear } from "./plan-year.ts";
import { exempts, type PlannedAbsence, plannedAbsences } from "./planned-absence.ts";
import type { Turn, YearPlan } from "./year-plan.ts";

/** Something that is recorded about a consultant. */
export type Deed =
  | { do: "register" }
  /** A leave or suspension begins or ends, or the consultant leaves the chamber: the register changes. */
  | { do: "note" }
  | { do: "turn"; plan: YearPlan; turn: Turn };

/** A deed on a day, and the instant, in milliseconds, at which it is recorded. */
export interface Step {
  day: string;
  at: number;
  deed: Deed;
}

/** All that is recorded about one consultant, in the order of time. */
export interface Story {
  person: Person;
  absences: readonly PlannedAbsence[];
  steps: readonly Step[];
}

/** What a story is made from. */
export interface Setting {
  seed: number;
  /** The day before which it ends. */
  today: string;
}

const FIRST_YEAR = 2022;
/** In these weeks of the first year the chambers enter their lists. */
const LISTS_ENTERED = { from: "2022-01-10", days: 30 };

type Dated = Omit<Step, "at">;

function registration(random: Random, { memberSince }: Person): Dated {
  const { from, days } = LISTS_ENTERED;
  const entered = memberSince < from ? daysAfter(from, random.between(0, days)) : memberSince;
  return { day: workingDay(entered), deed: { do: "register" } };
}

function notes({ memberUntil }: Person, absences: readonly PlannedAbsence[], registered: string): Dated[] {
  const begins = absences.map(({ from }) => from);
  const ends = absences.filter(({ fixedEnd }) => !fixedEnd).map(({ to }) => daysAfter(to, 1));
  const days = [...begins, ...ends, ...(memberUntil ? [memberUntil] : [])].map(workingDay);
  return days.filter((day) => day > registered).map((day) => ({ day, deed: { do: "note" } }));
}

/** The year is decided where the consultant was a member in it and still is when reports are due. */
const isOwed = ({ memberSince, memberUntil }: Person, year: number): boolean =>
  yearOf(memberSince) <= year && (memberUntil === null || memberUntil > `${year + 1}-03-01`);

function turnsOf(person: Person, absences: readonly PlannedAbsence[], { seed, today }: Setting): Dated[] {
  const steps: Dated[] = [];
  for (let year = FIRST_YEAR; year <= yearOf(today); year++) {
    if (!isOwed(person, year)) continue;
    const ownSeed = seedOf(seed, person.number, year);
    const random = new Random(ownSeed);
    const fate = absences.some((absence) => exempts(absence, year)) ? "exempt" : fateOf(random, person.diligence, year);
    const plan: YearPlan = { year, seed: ownSeed, fate, ...planYear(random, fate, year) };
    steps.push(...plan.turns.map((turn): Dated => ({ day: turn.day, deed: { do: "turn", plan, turn } })));
  }
  return steps;
}

/** Gives each step its instant: in office hours, one after the other. */
function inTime(random: Random, dated: readonly Dated[]): Step[] {
  let last = 0;
  return dated.map((step) => {
    const drawn = inOfficeHours(random, step.day);
    last = drawn > last ? drawn : shortlyAfter(random, last);
    return { ...step, at: last };
  });
}

/** The story of the consultant of this number, up to now. */
export function storyOf(setting: Setting, number: number): Story {
  const { seed, today } = setting;
  const person = personOf(seed, number, today);
  const random = new Random(seedOf(seed, number, 1));
  const absences = plannedAbsences(random, person, today);
  const registered = registration(random, person);
  const rest = [...notes(person, absences, registered.day), ...turnsOf(person, absences, setting)];
  const until = person.memberUntil ?? today;
  const dated = rest
    .filter(({ day }) => day <= later(until, workingDay(until)))
    .map((step) => ({ ...step, day: later(step.day, registered.day) }))
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  return { person, absences, steps: inTime(random, [registered, ...dated]).filter(({ day }) => day < today) };
}
