import { type ConditionPlace, conditionPlaces } from "../places.ts";
import type { Case } from "../schema/case.ts";
import type { Candidate } from "./candidates.ts";
import { coneOfCondition } from "./cone.ts";
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

export type Look = (seen: Seen) => void;

/** How many ways to do a lot are tried in one setting, and until how many decisions. */
const MOST_PROFILES = 60;
const MOST_TRIES = 400;

export class CaseWatch {
  readonly places: CasePlace[];
  readonly space: Space;
  private readonly candidates: readonly Candidate[];
  private readonly asked: number;
  private readonly looks: Look[] = [];

  constructor(space: Space, candidates: readonly Candidate[]) {
    const { prober } = space;
    this.space = space;
    this.candidates = candidates;
    this.asked = mostAsked(prober.ruleSet);
    this.places = conditionPlaces(prober.ruleSet)
      .filter(({ scope }) => scope !== "activity")
      .map((place) => ({ place, watched: watch(place, prober.facts), complete: false }));
  }

  /** Has a further look at everything that is decided from now on. */
  also(look: Look): void {
    this.looks.push(look);
  }

  see(draft: Draft): Seen {
    const seen = this.space.prober.see(finished(draft, this.space.prober.rules));
    const { evaluation } = seen;
    if (evaluation && seen.decision.outcome !== "not-a-member") this.noteAll(seen);
    for (const look of this.looks) look(seen);
    return seen;
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
      const key = [...cone].sort().join(" ");
      entry.complete = done.get(key) ?? this.runCone(cone);
      done.set(key, entry.complete);
    }
  }

  private runCone(cone: ReadonlySet<string>): boolean {
    const { prober, dimensions, start } = this.space;
    const { complete, drafts } = enumerate(dimensions, cone, start);
    for (const draft of drafts) {
      if (prober.isSpent) return false;
      this.see(draft);
      if (cone.has("activities")) {
        this.see(this.most(draft));
      }
    }
    return complete;
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
