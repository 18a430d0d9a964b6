import { type ConditionPlace, conditionPlaces } from "../check/places.ts";
import type { Case } from "../schema/case.ts";
import type { Candidate } from "./candidates.ts";
import { comparesGiven, coneOfCondition } from "./cone.ts";
import { enumerate } from "./dimension.ts";
import { type Draft, finished } from "./draft.ts";
import type { Probe, Seen } from "./probe.ts";
import { mostAsked, profiles } from "./profiles.ts";
import type { Space } from "./space.ts";
import { note, noteEachAbsence, type Watched, watch } from "./watch.ts";

/** A condition over the case with what was found of it and its branches; `complete` where every case was tried. */
export interface CasePlace {
  place: ConditionPlace;
  watched: readonly Watched[];
  complete: boolean;
}

/** How many ways to do a lot are tried in one setting, and until how many decisions. */
const MOST_PROFILES = 60;
const MOST_TRIES = 400;
const MOST_BUSY = 12;

export class CaseWatch {
  readonly places: CasePlace[];
  readonly space: Space;
  /** The exemptions that freed somebody. */
  readonly freed = new Set<string>();
  /** The first case of each kind, and some in which much was done. */
  readonly first: { obliged?: Probe; exempt?: Probe; fulfilled?: Probe } = {};
  readonly busy: Probe[] = [];
  private readonly candidates: readonly Candidate[];
  private readonly asked: number;

  constructor(space: Space, candidates: readonly Candidate[]) {
    const { prober } = space;
    this.space = space;
    this.candidates = candidates;
    this.asked = mostAsked(prober.ruleSet);
    this.places = conditionPlaces(prober.ruleSet)
      .filter(({ scope }) => scope !== "activity")
      .map((place) => ({ place, watched: watch(place, prober.facts), complete: false }));
  }

  see(draft: Draft): Seen {
    const seen = this.space.prober.see(finished(draft, this.space.prober.rules));
    const { evaluation } = seen;
    if (evaluation && seen.decision.outcome !== "not-a-member") this.noteAll(seen);
    this.remember(seen);
    return seen;
  }

  private remember({ decision: { outcome, obligation }, ...probe }: Seen): void {
    const { first, busy } = this;
    const shown: Probe = { case: probe.case, asOf: probe.asOf };
    if (obligation.exemption !== null) this.freed.add(obligation.exemption);
    if (outcome === "fulfilled") first.fulfilled ??= shown;
    if (obligation.status === "exempt") first.exempt ??= shown;
    if (obligation.status !== "obliged") return;
    first.obliged ??= shown;
    if (shown.case.activities.length > 0 && busy.length < MOST_BUSY) busy.push(shown);
  }

  private noteAll(seen: Seen): void {
    const { evaluation, decision } = seen;
    const probe: Probe = { case: seen.case as Case, asOf: seen.asOf };
    if (!evaluation) return;
    for (const { place, watched } of this.places) {
      if (place.scope === "absence") noteEachAbsence(watched, seen);
      else if (place.stage !== "requirements" || decision.obligation.status === "obliged") {
        note(watched, evaluation, probe);
      }
    }
  }

  /** The ways to do a lot in a case. */
  *waysFor(draft: Draft): Generator<Draft> {
    let ways = 0;
    for (const activities of profiles(this.candidates, this.asked, draft)) {
      if (++ways > MOST_PROFILES) return;
      yield { ...draft, activities };
    }
  }

  /** The draft with everything done that there is. */
  most(draft: Draft): Draft {
    const [most] = profiles(this.candidates, this.asked, draft);
    return { ...draft, activities: most ?? [] };
  }

  /** Decides every combination on which the conditions depend; where they rest on activities, with much and with none. */
  run(): void {
    const { prober } = this.space;
    const done = new Map<string, boolean>();
    for (const entry of this.places) {
      const cone = coneOfCondition(entry.place.condition, prober.ruleSet);
      const needsDuty = entry.place.stage === "requirements";
      const key = [needsDuty, ...[...cone].sort()].join(" ");
      entry.complete = done.get(key) ?? this.runCone(cone, needsDuty);
      done.set(key, entry.complete);
      if (comparesGiven(entry.place.condition)) entry.complete = false;
    }
  }

  /** Whether every combination was tried; where the duty is needed, none of them may have been free of it. */
  private runCone(cone: ReadonlySet<string>, needsDuty: boolean): boolean {
    const { prober, dimensions, start } = this.space;
    const { complete, drafts } = enumerate(dimensions, cone, start);
    let isWhole = complete;
    for (const draft of drafts) {
      if (prober.isSpent) return false;
      isWhole &&= this.see(draft).decision.outcome !== "exempt" || !needsDuty;
      if (cone.has("activities")) {
        this.see(this.most(draft));
      }
    }
    return isWhole;
  }

  /** Tries one way to do a lot after the other until what is asked for was found. */
  search(cone: ReadonlySet<string>, isFound: () => boolean): void {
    const { prober, dimensions, start } = this.space;
    let tries = 0;
    for (const draft of enumerate(dimensions, cone, start, 40).drafts) {
      for (const way of this.waysFor(draft)) {
        if (isFound() || prober.isSpent || ++tries > MOST_TRIES) return;
        this.see(way);
      }
    }
  }
}
