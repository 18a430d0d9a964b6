import { type CompiledRuleSet, secondOpinion } from "../../../engine/index.ts";
import { checkChange } from "../../store/check-change.ts";
import { type EncodedEvents, encodeEvents } from "../../store/log/encode-events.ts";
import { type EventParts, eventOf } from "../../store/log/write-event.ts";
import { officers } from "../demo-accounts.ts";
import { ConsultantLedger } from "../records/consultant-ledger.ts";
import { Recorder } from "../records/recorder.ts";
import { type Step, type Story, storyOf } from "../story/story.ts";
import type { CountrySettings } from "./country-settings.ts";

/** The consultants of whom one part of the work tells: every so many, from a first one on. */
export interface ShareOfWork {
  first: number;
  every: number;
}

/** When each event of a share is recorded, in milliseconds, and of which consultant it tells: in the order of time. */
export interface ShareOrder {
  instants: Float64Array;
  consultants: Uint32Array;
}

interface Planned {
  story: Story;
  step: Step;
  ledger: ConsultantLedger;
}

const inOrder = (one: Planned, other: Planned): number =>
  one.step.at - other.step.at || one.story.person.number - other.story.person.number;

/** The part of the country's events that tells of some of its consultants. */
export class Share {
  readonly order: ShareOrder;
  readonly #planned: Planned[];
  readonly #recorder: Recorder;
  #done = 0;
  #written: Promise<unknown> = Promise.resolve();

  constructor({ seed, consultants, today }: CountrySettings, { first, every }: ShareOfWork, rules: CompiledRuleSet) {
    this.#planned = [];
    for (let number = first; number <= consultants; number += every) {
      const story = storyOf({ seed, today }, number);
      const ledger = new ConsultantLedger();
      for (const step of story.steps) this.#planned.push({ story, step, ledger });
    }
    this.#planned.sort(inOrder);
    this.order = {
      instants: Float64Array.from(this.#planned, ({ step }) => step.at),
      consultants: Uint32Array.from(this.#planned, ({ story }) => story.person.number),
    };
    this.#recorder = new Recorder({
      rules,
      opinion: secondOpinion(rules.ruleSet),
      weights: new Map(rules.ruleSet.forms.map(({ id, weight }) => [id, weight])),
      officers: new Map(officers(seed).map((officer) => [officer.state.grants[0]?.chamber ?? "", officer])),
    });
  }

  /** Decides, confirms and writes the next events, given the places that they have in the log: one after another. */
  write(places: Uint32Array): Promise<EncodedEvents> {
    const written = this.#written.then(async () => encodeEvents(await this.#decideNext(places)));
    this.#written = written;
    return written;
  }

  async #decideNext(places: Uint32Array): Promise<EventParts[]> {
    const events: EventParts[] = [];
    for (const seq of places) {
      const { story, step, ledger } = this.#planned[this.#done] as Planned;
      // Nothing goes on from what was planned: it can be let go.
      delete this.#planned[this.#done++];
      const change = await this.#recorder.changeFor(story, step, ledger);
      checkChange(change);
      const event = eventOf(seq, new Date(step.at).toISOString(), change, ledger.keptBefore(change));
      ledger.keep(event);
      events.push(event);
    }
    return events;
  }
}
