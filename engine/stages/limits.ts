import { daysBetween } from "../calendar.ts";
import type { Evaluation } from "../evaluation.ts";
import type { Fact } from "../facts.ts";
import { pointsDown } from "../points.ts";
import type { Limit, RuleSet } from "../schema/rule-set.ts";
import { cut, type Entry, inOrder, type Ledger } from "./ledger.ts";
import { compilePoints, type FindPoints } from "./points-or-amount.ts";
import { type CompiledSelection, compileSelection, partsOf, selects } from "./selection.ts";

export interface CompiledLimit {
  id: string;
  clauses: readonly string[];
  per: "item" | "day" | "year";
  selection: CompiledSelection;
  most: FindPoints;
}

const PASSES = ["item", "day", "year"] as const;

/** Compiles the limits in the order in which they are applied: of whole credits, then of categories; by item, day, year. */
export function compileLimits({ limits = [], amounts }: RuleSet, facts: ReadonlyMap<string, Fact>): CompiledLimit[][] {
  const compiled = limits.map(
    (limit: Limit): CompiledLimit => ({
      id: limit.id,
      clauses: limit.clauses,
      per: limit.per ?? "year",
      selection: compileSelection(limit, facts),
      most: compilePoints(limit.most, amounts),
    }),
  );
  const passes = [false, true].flatMap((ofCategory) =>
    PASSES.map((pass) =>
      compiled.filter(({ per, selection }) => per === pass && (selection.category !== null) === ofCategory),
    ),
  );
  return passes.filter((pass) => pass.length > 0);
}

/** What the limits of one pass have left so far: by limit, and for limits by day by the day on which activities ended. */
class Room {
  private readonly used = new Map<string, number>();

  private key({ id, per }: CompiledLimit, { activity }: Entry): string {
    return per === "day" ? `${id} ${activity.to}` : id;
  }

  left(limit: CompiledLimit, entry: Entry, evaluation: Evaluation): number {
    const most = limit.most(evaluation);
    if (limit.per === "item") return most;
    const { from, to } = entry.activity;
    const whole = limit.per === "day" ? most * (daysBetween(from, to) + 1) : most;
    return Math.max(0, whole - (this.used.get(this.key(limit, entry)) ?? 0));
  }

  use(limit: CompiledLimit, entry: Entry, parts: number): void {
    const key = this.key(limit, entry);
    this.used.set(key, (this.used.get(key) ?? 0) + parts);
  }
}

function cutBy(limit: CompiledLimit, entry: Entry, parts: number, evaluation: Evaluation): void {
  const { category } = limit.selection;
  const earned = partsOf(limit.selection, entry);
  if (category !== null) entry.categories?.set(category, parts);
  else {
    cut(entry, parts);
    entry.credit.credited = pointsDown(parts);
    entry.credit.reason = "over-limit";
    entry.credit.clauses = limit.clauses;
  }
  evaluation.trace?.push({
    step: "limit",
    subject: limit.id,
    clauses: limit.clauses,
    facts: {
      activity: entry.activity.id,
      ...(category === null ? {} : { category }),
      earned: pointsDown(earned),
      most: pointsDown(limit.most(evaluation)),
    },
    gave: pointsDown(parts),
  });
}

function applyTo(entry: Entry, limits: readonly CompiledLimit[], room: Room, evaluation: Evaluation): void {
  const over = limits.filter(({ selection }) => selects(selection, entry, evaluation));
  const groups = new Map<string | null, CompiledLimit[]>();
  for (const limit of over) {
    const { category } = limit.selection;
    groups.set(category, [...(groups.get(category) ?? []), limit]);
  }
  for (const group of groups.values()) {
    let granted = partsOf((group[0] as CompiledLimit).selection, entry);
    let tightest: CompiledLimit | null = null;
    for (const limit of group) {
      const left = room.left(limit, entry, evaluation);
      if (left < granted) {
        granted = left;
        tightest = limit;
      }
    }
    if (tightest) cutBy(tightest, entry, granted, evaluation);
    for (const limit of group) room.use(limit, entry, granted);
  }
}

/** Cuts what the activities were credited with to what the limits leave, in the published order. */
export function applyLimits(
  passes: readonly (readonly CompiledLimit[])[],
  ledger: Ledger,
  evaluation: Evaluation,
): void {
  if (passes.length === 0) return;
  const ordered = inOrder(ledger);
  for (const limits of passes) {
    const room = new Room();
    for (const entry of ordered) if (entry.isCredited) applyTo(entry, limits, room, evaluation);
  }
}
