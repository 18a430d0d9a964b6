import { type ConditionPlace, conditionPlaces } from "../check/places.ts";
import type { Evaluation } from "../evaluation.ts";
import { comparisonsOf, factNamesOf } from "../facts/conditions.ts";
import type { Activity } from "../schema/case.ts";
import { type Candidate, tryForm } from "./candidates.ts";
import { coneOf } from "./cone.ts";
import { enumerate } from "./dimension.ts";
import type { Seen } from "./probe.ts";
import type { Space } from "./space.ts";
import { note, type Watched, watch } from "./watch.ts";

/** What trying activities of every form has shown. */
export interface Activities {
  candidates: readonly Candidate[];
  /** By the id of the form: a case in which an activity of it was tried, and whether it gave anything. */
  tried: ReadonlyMap<string, { isCredited: boolean; complete: boolean; seen: Seen | null }>;
  /** The conditions over activities, by their place. */
  conditions: readonly (readonly Watched[])[];
  complete: boolean;
}

/** The texts of activities that are compared with other facts: which value they have matters from case to case. */
const factsBetween = (places: readonly ConditionPlace[]): string[] => [
  ...new Set(
    places
      .flatMap(({ condition }) => comparisonsOf(condition))
      .filter(({ operator, value }) => /^(e|notE)qual$/.test(operator) && typeof value === "object")
      .flatMap(factNamesOf)
      .filter((name) => name.startsWith("activity.")),
  ),
];

const sign = (value: number): string => (value > 0 ? "+" : "0");

/** Tries activities of each form, under every circumstance that the conditions over activities depend on. */
export function tryActivities(space: Space): Activities {
  const { prober, dimensions, boundaries } = space;
  const { ruleSet, facts } = prober;
  const places = conditionPlaces(ruleSet).filter(({ scope }) => scope === "activity");
  const conditions = places.map((place) => watch(place, facts));
  const names = places.flatMap(({ condition }) => comparisonsOf(condition).flatMap(factNamesOf));
  const cone = coneOf(
    names.filter((name) => !name.startsWith("activity.")),
    ruleSet,
  );
  const named = names.includes("activity.endedOn") ? new Set([...cone, "year"]) : cone;

  const between = factsBetween(places);

  const look = ({ evaluation, decision, ...probe }: Seen): string => {
    const activity = probe.case.activities[0] as Activity;
    if (!evaluation) return decision.outcome;
    evaluation.activity = activity;
    for (const watched of conditions) note(watched, evaluation, probe);
    const holds = conditions.map(([whole]) => (holdsFor(whole, evaluation) ? "1" : "0"));
    const compared = between.map((name) => facts.get(name)?.read(evaluation));
    return [activity.form, ...holds, ...evaluation.measures.map(sign), ...compared].join(" ");
  };

  const candidates = new Map<string, Candidate>();
  const tried = new Map<string, { isCredited: boolean; complete: boolean; seen: Seen | null }>();
  let whole = true;
  for (const form of ruleSet.forms) {
    const settings = enumerate(dimensions, named, space.start, 60);
    let complete = settings.complete;
    let isCredited = false;
    let shown: Seen | null = null;
    for (const draft of settings.drafts) {
      const found = tryForm(form, draft, prober, boundaries, (seen) => {
        shown ??= seen;
        return look(seen);
      });
      complete &&= found.complete;
      isCredited ||= found.candidates.length > 0;
      for (const candidate of found.candidates) {
        if (!candidates.has(candidate.signature)) candidates.set(candidate.signature, candidate);
      }
    }
    whole &&= complete;
    tried.set(form.id, { isCredited, complete, seen: shown });
  }
  return { candidates: [...candidates.values()], tried, conditions, complete: whole && !prober.isSpent };
}

const holdsFor = (node: Watched | undefined, evaluation: Evaluation): boolean =>
  node?.condition.holds(evaluation) ?? false;
