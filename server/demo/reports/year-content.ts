import { daysAfter, earlier, monthsAfter } from "../calendar/days.ts";
import { Random, seedOf } from "../random.ts";
import type { Person } from "../story/person.ts";
import type { Phase, Turn, YearPlan } from "../story/year-plan.ts";
import { collectPoints, type Weights } from "./collect-points.ts";
import type { DrawnActivity, Span } from "./draw-activity.ts";
import { claimTooMuch, flawOf, withoutEvidence, yearEarlier } from "./flaws.ts";
import { FORM_HABITS, QUICK_FORMS } from "./forms.ts";
import { drawUnlisted } from "./unlisted-activity.ts";

/** What a consultant shows of a year: the activities, and how much more the sum that is claimed is than their points. */
export interface Shown {
  activities: readonly DrawnActivity[];
  claimsMore: number;
}

const NORM = 10;
const MOST = 14;
const RECOGNISED_IN_PERCENT = 4;

const shown = (activities: readonly DrawnActivity[], claimsMore = 0): Shown => ({ activities, claimsMore });

/** The days of the year in which activities may lie: up to the report, where that comes early. */
const spanOf = ({ year, submittedOn }: YearPlan): Span => ({
  from: `${year}-01-11`,
  to: submittedOn ? earlier(`${year}-12-29`, daysAfter(submittedOn, -1)) : `${year}-12-29`,
});

/** A report by which the norm is reached, with a flaw on which the officer remarks. */
function flawed(
  random: Random,
  activities: readonly DrawnActivity[],
  span: Span,
  weights: Weights,
  person: Person,
): Shown {
  const flaw = flawOf(random);
  const extra = { habits: FORM_HABITS.slice(0, 2), atLeast: 2, atMost: 2, span };
  const one = (): DrawnActivity[] => collectPoints(random, extra, weights, person);
  if (flaw === "claims-too-much") return shown(claimTooMuch(activities));
  if (flaw === "adds-up-wrong") return shown(activities, random.of([-1, 1, 2]));
  if (flaw === "without-evidence") return shown([...activities, ...withoutEvidence(one(), 0)]);
  if (flaw === "of-last-year") return shown([...activities, ...yearEarlier(one(), 0)]);
  if (flaw === "unlisted") return shown([...activities, drawUnlisted(random, span, person, null)]);
  return shown([...activities, ...activities.slice(0, 1)]);
}

/** What was first reported, or would have been: enough for the norm, or too little. */
function reported(random: Random, plan: YearPlan, phase: Phase, weights: Weights, person: Person): Shown {
  const span = spanOf(plan);
  const failed = plan.fate === "short" || (plan.fate === "missing" && random.percent(45));
  const points = failed ? { atLeast: random.between(3, 9), atMost: NORM - 1 } : { atLeast: NORM, atMost: MOST };
  const drawn = collectPoints(random, { habits: FORM_HABITS, span, ...points }, weights, person);
  const last = drawn.length - 1;
  if (plan.fate === "with-remarks") return flawed(random, drawn, span, weights, person);
  if (plan.fate === "supplemented" && phase === "first") return shown(withoutEvidence(drawn, last));
  if (plan.fate === "mistaken" && phase === "first") return shown(yearEarlier(drawn, last));
  const recognised = !failed && plan.submittedOn !== null && random.percent(RECOGNISED_IN_PERCENT);
  return shown(recognised ? [...drawn, drawUnlisted(random, span, person, plan.submittedOn)] : drawn);
}

const imposedOn = ({ turns }: YearPlan, sanction: string): string | null =>
  turns.find((turn): turn is Extract<Turn, { do: "impose" }> => turn.do === "impose" && turn.sanction === sanction)
    ?.day ?? null;

/** The days of the sanction in which the points are made up; null where they are not, or not yet. */
function makeUpSpan(plan: YearPlan, phase: Phase): Span | null {
  const inSuspension = plan.ending === "made-up-in-suspension" && phase === "after-suspension";
  if (!inSuspension && !(plan.ending === "made-up" && phase === "after-warning")) return null;
  const from = imposedOn(plan, inSuspension ? "suspension" : "warning");
  if (from === null || plan.submittedAfter === null) return null;
  return { from, to: earlier(monthsAfter(from, inSuspension ? 3 : 1), plan.submittedAfter) };
}

/** What was made up for the year (clause 9.1): as many points as were missing. */
function madeUp(plan: YearPlan, phase: Phase, before: Shown, weights: Weights, person: Person): DrawnActivity[] {
  const span = makeUpSpan(plan, phase);
  const points = before.activities.reduce((sum, { form }) => sum + (weights.get(form) ?? 0), 0);
  if (span === null || points >= NORM) return [];
  const collection = { habits: QUICK_FORMS, atLeast: NORM - points, atMost: MOST, span };
  const drawn = collectPoints(new Random(seedOf(plan.seed, 2)), collection, weights, person);
  return drawn.map((activity) => ({ ...activity, makeUpFor: plan.year }));
}

/** What a consultant shows of a year as it stands on the day of a turn: the same each time it is drawn. */
export function yearContent(plan: YearPlan, phase: Phase, day: string, weights: Weights, person: Person): Shown {
  if (plan.fate === "exempt" || (plan.fate === "missing" && plan.submittedAfter === null)) return shown([]);
  if (plan.fate === "missing" && plan.submittedAfter !== null && plan.submittedAfter > day) return shown([]);
  const first = reported(new Random(seedOf(plan.seed, 1)), plan, phase, weights, person);
  const past = phase === "shown" ? first.activities.filter(({ to }) => to < day) : first.activities;
  return shown([...past, ...madeUp(plan, phase, first, weights, person)], first.claimsMore);
}
