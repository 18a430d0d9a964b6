import type { Evaluation } from "../evaluation.ts";
import type { Fact } from "../facts/facts.ts";
import { pointsDown, toParts } from "../points.ts";
import type { EarlierYear } from "../schema/case.ts";
import type { Measure, Over, RuleSet } from "../schema/rule-set.ts";
import { type Ledger, partsAt } from "./ledger.ts";
import { compileOptionalPoints, type FindPoints } from "./points-or-amount.ts";
import { type CompiledSelection, compileSelection, countOf, selects, sumOf } from "./selection.ts";

interface CompiledTerm {
  selection: CompiledSelection;
  above: FindPoints;
  most: FindPoints;
}

export interface CompiledMeasure {
  id: string;
  clauses: readonly string[];
  count: Measure["count"] | null;
  over: Over;
  /** The summands; null for everything that was credited. */
  terms: readonly CompiledTerm[] | null;
}

export const compileMeasures = ({ measures, amounts }: RuleSet, facts: ReadonlyMap<string, Fact>): CompiledMeasure[] =>
  measures.map(({ id, clauses, count, over = "year", terms, ...selection }) => {
    const isAll = !terms && !count && !selection.forms && !selection.when && !selection.category;
    const compiled = (terms ?? [selection]).map((term) => ({
      selection: compileSelection(term, facts),
      above: compileOptionalPoints("above" in term ? term.above : undefined, amounts, 0),
      most: compileOptionalPoints("most" in term ? term.most : undefined, amounts, Number.POSITIVE_INFINITY),
    }));
    return { id, clauses, count: count ?? null, over, terms: isAll ? null : compiled };
  });

const NO_YEARS: readonly EarlierYear[] = [];

/** The earlier years that a measure looks back to. */
function yearsBack(over: Over, { case: theCase, cycle }: Evaluation): readonly EarlierYear[] {
  if (over === "year") return NO_YEARS;
  const { reportingYear, history = NO_YEARS } = theCase;
  const first = over === "cycle" ? (cycle?.start ?? reportingYear) : reportingYear - over.years + 1;
  return history.filter(({ reportingYear: year }) => year >= first && year < reportingYear);
}

function inEarlierYear({ id, count }: CompiledMeasure, { measures, credited }: EarlierYear): number {
  if (count === "unfulfilled-years") return 0;
  const value = measures && Object.hasOwn(measures, id) ? (measures[id] as number) : id === "total" ? credited : 0;
  return count ? Math.round(value) : toParts(value);
}

function inThisYear({ count, terms }: CompiledMeasure, ledger: Ledger, all: number, evaluation: Evaluation): number {
  if (!terms) return all;
  if (count === "unfulfilled-years") return 0;
  if (count) return countOf((terms[0] as CompiledTerm).selection, ledger, evaluation);
  let sum = 0;
  for (const { selection, above, most } of terms) {
    const over = sumOf(selection, ledger, evaluation) - above(evaluation);
    sum += Math.min(Math.max(0, over), most(evaluation));
  }
  return sum;
}

function findMeasure(measure: CompiledMeasure, ledger: Ledger, all: number, evaluation: Evaluation): number {
  const back = yearsBack(measure.over, evaluation);
  let value = inThisYear(measure, ledger, all, evaluation);
  if (measure.id === "total") value += evaluation.carriedIn;
  if (measure.count === "unfulfilled-years") return back.filter(({ outcome }) => outcome === "unfulfilled").length;
  for (const year of back) value += inEarlierYear(measure, year);
  return value;
}

/** What a measure takes of the activity at a place, in parts. */
function takenAt({ terms }: CompiledMeasure, ledger: Ledger, at: number, evaluation: Evaluation): number {
  if (!terms) return ledger.parts[at] as number;
  let sum = 0;
  for (const { selection } of terms) {
    if (selects(selection, ledger, at, evaluation)) sum += partsAt(ledger, at, selection.category);
  }
  return sum;
}

/** What a measure sums of this year: the points by the id of the activity. */
function summed(measure: CompiledMeasure, ledger: Ledger, evaluation: Evaluation): Record<string, number> {
  const points: [string, number][] = [];
  for (const [at, { id }] of ledger.credits.entries()) {
    const credited = pointsDown(takenAt(measure, ledger, at, evaluation));
    if (credited > 0) points.push([id, credited]);
  }
  return Object.fromEntries(points);
}

/** Finds each measure, in the order of the rule set; `all` is the sum of everything that was credited, in parts. */
export function findMeasures(
  measures: readonly CompiledMeasure[],
  ledger: Ledger,
  all: number,
  evaluation: Evaluation,
): void {
  const found = new Array<number>(measures.length);
  evaluation.measures = found;
  for (let at = 0; at < measures.length; at++) {
    const measure = measures[at] as CompiledMeasure;
    const value = findMeasure(measure, ledger, all, evaluation);
    found[at] = value;
    evaluation.trace?.push({
      step: "measure",
      subject: measure.id,
      clauses: measure.clauses,
      facts: summed(measure, ledger, evaluation),
      gave: measure.count ? value : pointsDown(value),
    });
  }
}
