import { daysBetween } from "../calendar.ts";
import type { Evaluation } from "../evaluation.ts";
import type { Fact } from "../facts/facts.ts";
import { pointsDown } from "../points.ts";
import type { Activity } from "../schema/case.ts";
import type { CreditedActivity } from "../schema/decision.ts";
import type { Limit, RuleSet } from "../schema/rule-set.ts";
import { cut, type Ledger, partsAt, placesInOrder } from "./ledger.ts";
import { compilePoints, type FindPoints } from "./points-or-amount.ts";
import { type CompiledSelection, compileSelection, selects } from "./selection.ts";

export interface CompiledLimit {
  id: string;
  clauses: readonly string[];
  per: "item" | "day" | "year";
  selection: CompiledSelection;
  most: FindPoints;
}

/** Limits that are applied together: of whole credits or of one category, each by item, by day or by year. */
export type Pass = readonly CompiledLimit[];

const PERIODS = ["item", "day", "year"] as const;

/** Compiles the limits in the order in which they are applied: of whole credits, then of each category; item, day, year. */
export function compileLimits({ limits = [], amounts }: RuleSet, facts: ReadonlyMap<string, Fact>): Pass[] {
  const compiled = limits.map(
    (limit: Limit): CompiledLimit => ({
      id: limit.id,
      clauses: limit.clauses,
      per: limit.per ?? "year",
      selection: compileSelection(limit, facts),
      most: compilePoints(limit.most, amounts),
    }),
  );
  const categories = new Set([null, ...compiled.map(({ selection }) => selection.category)]);
  const passes = [...categories].flatMap((category) =>
    PERIODS.map((period) => compiled.filter(({ per, selection }) => per === period && selection.category === category)),
  );
  return passes.filter((pass) => pass.length > 0);
}

/** What the limits of one pass have left so far: by limit, and for limits by day by the day on which activities ended. */
class Room {
  private readonly used = new Map<string, number>();

  private key({ id, per }: CompiledLimit, { to }: Activity): string {
    return per === "day" ? `${id} ${to}` : id;
  }

  left(limit: CompiledLimit, activity: Activity, evaluation: Evaluation): number {
    const most = limit.most(evaluation);
    if (limit.per === "item") return most;
    const whole = limit.per === "day" ? most * (daysBetween(activity.from, activity.to) + 1) : most;
    return Math.max(0, whole - (this.used.get(this.key(limit, activity)) ?? 0));
  }

  use(limit: CompiledLimit, activity: Activity, parts: number): void {
    const key = this.key(limit, activity);
    this.used.set(key, (this.used.get(key) ?? 0) + parts);
  }
}

function cutBy(limit: CompiledLimit, ledger: Ledger, at: number, left: number, evaluation: Evaluation): void {
  const { category } = limit.selection;
  const earned = partsAt(ledger, at, category);
  cut(ledger, at, category, left);
  const credit = ledger.credits[at] as CreditedActivity;
  if (category === null) {
    credit.credited = pointsDown(left);
    credit.reason = "over-limit";
    credit.clauses = limit.clauses;
  }
  evaluation.trace?.push({
    step: "limit",
    subject: limit.id,
    clauses: limit.clauses,
    facts: {
      activity: credit.id,
      ...(category === null ? {} : { category }),
      earned: pointsDown(earned),
      most: pointsDown(limit.most(evaluation)),
    },
    gave: pointsDown(left),
  });
}

/** Applies limits of the same credits, or of the same category, together: the tightest decides what is left. */
function applyTogether(
  limits: readonly CompiledLimit[],
  ledger: Ledger,
  at: number,
  room: Room,
  evaluation: Evaluation,
): void {
  const activity = ledger.activities[at] as Activity;
  let granted = partsAt(ledger, at, limits[0]?.selection.category ?? null);
  let tightest: CompiledLimit | null = null;
  for (const limit of limits) {
    const left = room.left(limit, activity, evaluation);
    if (left < granted) {
      granted = left;
      tightest = limit;
    }
  }
  if (tightest) cutBy(tightest, ledger, at, granted, evaluation);
  for (const limit of limits) room.use(limit, activity, granted);
}

/** Cuts what the activities were credited with to what the limits leave, in the published order. */
export function applyLimits(passes: readonly Pass[], ledger: Ledger, evaluation: Evaluation): void {
  if (passes.length === 0) return;
  const places = placesInOrder(ledger);
  for (const limits of passes) {
    const room = new Room();
    for (const at of places) {
      const over = limits.filter(({ selection }) => selects(selection, ledger, at, evaluation));
      if (over.length > 0) applyTogether(over, ledger, at, room, evaluation);
    }
  }
}
