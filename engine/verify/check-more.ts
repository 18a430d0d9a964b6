import { compileCondition } from "../facts/conditions.ts";
import { pointsDown } from "../points.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import { blamed, type Cap } from "./blame.ts";
import type { Candidate } from "./candidates.ts";
import type { CaseWatch } from "./case-watch.ts";
import { type Gauge, standing, type Worse, worsened } from "./displacement.ts";
import type { Draft } from "./draft.ts";
import { doubted, isDeclared, type Verdict } from "./finding.ts";
import { boundedBelow, boundsIn } from "./measure-bounds.ts";
import type { Probe, Prober } from "./probe.ts";
import { mostAsked, repeated } from "./profiles.ts";

const MOST_CANDIDATES = 14;
const MOST_IN_BLOCK = 12;
/** How many decisions the search may take. */
const MOST_SPENT = 9000;

/** The bounded measures and the requirements of a rule set, as numbers that should not fall. */
function gaugeOf({ ruleSet, facts }: Prober, names: readonly string[]): Gauge {
  const requirements = ruleSet.requirements.map(({ when }) => compileCondition(when, facts));
  return ({ evaluation }) => [
    ...names.map((name) => (evaluation ? (facts.get(name)?.read(evaluation) as number) : 0)),
    ...requirements.map(({ holds }) => (evaluation && holds(evaluation) ? 1 : 0)),
  ];
}

/** Without limits and assignments nothing that is added takes from what was there; only a requirement may forbid it. */
const isMonotone = ({ limits = [], assignments = [], requirements }: RuleSet): boolean =>
  limits.length + assignments.length === 0 &&
  requirements.every(({ when }) => boundsIn(when).every(({ growth }) => growth === "helps"));

/** How many points a block of activities has to give, to fill every limit and to reach what a requirement forbids. */
function mostOf(ruleSet: RuleSet): number {
  const { limits = [], requirements } = ruleSet;
  const forbids = requirements.some(({ when }) => boundsIn(when).some(({ growth }) => growth !== "helps"));
  const most = limits.map(({ most: points }) => (typeof points === "number" ? points : 12));
  return Math.max(1, ...most, forbids ? mostAsked(ruleSet) : 1);
}

/** Cases that get worse by what is added, one for each gauge and candidate that is added, as long as there is room. */
function* search(watch: CaseWatch, candidates: readonly Candidate[], draft: Draft, gauge: Gauge): Generator<Worse> {
  const { prober } = watch.space;
  const end = prober.decisions + MOST_SPENT;
  const most = mostOf(prober.ruleSet);
  const few = candidates.slice(0, MOST_CANDIDATES);
  const copies = ({ credited }: Candidate): number => Math.min(MOST_IN_BLOCK, Math.ceil(most / credited));
  for (const isFull of [false, true]) {
    for (const [at, one] of few.entries()) {
      for (const other of few.slice(at)) {
        const [n, m] = isFull ? [copies(one), copies(other)] : [1, 1];
        const there = [...standing(one, n, draft, "b"), ...standing(other, m, draft, "c")];
        for (const added of few) {
          if (prober.isSpent || prober.decisions > end) return;
          const found = worsened(prober, draft, there, repeated(added, copies(added), draft, 0), gauge);
          if (found) yield found;
        }
      }
    }
  }
}

const shownAs = (value: number, name: string | undefined, { facts }: Prober): number =>
  name !== undefined && facts.get(name)?.type === "points" ? pointsDown(value) : value;

/** Whether the case still gets worse by what was added, under other rules. */
const stillWorse =
  ({ before, gauge: place }: Worse, names: readonly string[]) =>
  (prober: Prober, after: Probe): boolean => {
    const gauge = gaugeOf(prober, names);
    return (gauge(prober.see(after))[place] as number) < (gauge(prober.see(before))[place] as number);
  };

function verdictOf(worse: Worse, names: readonly string[], prober: Prober): Verdict[] {
  const { ruleSet } = prober;
  const { added, gauge, from, to, after } = worse;
  const name = names[gauge];
  const still = stillWorse(worse, names);
  const caps: Cap[] = blamed(ruleSet, [after], prober, (other, probe) => !still(other, probe));
  const ids = caps.map(({ id }) => id).join(", ");
  const [first] = caps;
  if (!first || name === undefined) {
    const at = gauge - names.length;
    const requirement = ruleSet.requirements[at]?.id;
    const pointer = first?.pointer ?? (requirement === undefined ? "/measures" : `/requirements/${at}`);
    if (isDeclared(ruleSet, pointer) && first) return [];
    return [doubted("more-breaks", pointer, { activity: added, requirement: requirement ?? name ?? "" }, after)];
  }
  if (caps.some(({ pointer }) => isDeclared(ruleSet, pointer))) return [];
  const measure = name.slice("measure.".length);
  const params = {
    caps: ids,
    activity: added,
    measure,
    from: shownAs(from, name, prober),
    to: shownAs(to, name, prober),
  };
  return [doubted("more-lowers", first.pointer, params, after)];
}

/** Whether it is only what one limit does by itself: it takes the activities in their order, whatever they count for. */
const isOrderOfOneLimit = ({ code, pointer, params }: Verdict): boolean =>
  code === "more-lowers" &&
  pointer.startsWith("/limits/") &&
  params.measure !== "total" &&
  !String(params.caps).includes(",");

/** What was found, and what is so by the language itself but may surprise. */
export interface More {
  findings: Verdict[];
  notes: Verdict[];
}

/** Activities that make a case worse by being added: they displace others, or a requirement forbids them. */
export function checkMore(watch: CaseWatch, candidates: readonly Candidate[]): More {
  const { prober, start } = watch.space;
  if (isMonotone(prober.ruleSet) || candidates.length === 0) return { findings: [], notes: [] };
  const names = [...boundedBelow(prober.ruleSet)];
  const gauge = gaugeOf(prober, names);
  const found = new Map<string, Verdict>();
  const seen = new Set<string>();
  const formOf = ({ after, added }: Worse): string => after.case.activities.find(({ id }) => id === added)?.form ?? "";
  for (const worse of search(watch, candidates, start(), gauge)) {
    const key = `${worse.gauge} ${formOf(worse)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const verdict of verdictOf(worse, names, prober)) {
      const place = `${isOrderOfOneLimit(verdict)} ${verdict.code} ${verdict.pointer}`;
      if (!found.has(place)) found.set(place, verdict);
    }
  }
  const all = [...found.values()];
  return { findings: all.filter((one) => !isOrderOfOneLimit(one)), notes: all.filter(isOrderOfOneLimit) };
}
