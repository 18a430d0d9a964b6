import { Worker } from "node:worker_threads";
import type { CompiledRuleSet, RuleSet } from "../../../engine/index.ts";
import type { EncodedEvent } from "../../store/log/encode-events.ts";
import type { CountrySettings } from "./country-settings.ts";
import { Share, type ShareOfWork, type ShareOrder } from "./share.ts";

/** Writes the events of a share of the country, here or in a thread of its own. */
export interface ShareWriter {
  order(): Promise<ShareOrder>;
  /** The next events, given their places in the log. */
  write(places: Uint32Array): Promise<EncodedEvent[]>;
  end(): Promise<void>;
}

export function writerHere(settings: CountrySettings, work: ShareOfWork, rules: CompiledRuleSet): ShareWriter {
  const share = new Share(settings, work, rules);
  return {
    order: async () => share.order,
    write: async (places) => (await share.write(places)).events,
    end: async () => {},
  };
}

/** What a thread is told when it starts. */
export interface ThreadTask {
  settings: CountrySettings;
  work: ShareOfWork;
  ruleSet: RuleSet;
}

/** What a thread answers: the order of its share first, then the events that it was asked for. */
export type ThreadAnswer = { order: ShareOrder } | { events: EncodedEvent[] };

/** Of what a thread makes, little lives long: with room for it, less of it is moved about. */
const YOUNG_MEGABYTES = 96;

/** A writer in a thread of its own; it is asked one thing at a time, in order. */
export function writerInThread(settings: CountrySettings, work: ShareOfWork, ruleSet: RuleSet): ShareWriter {
  const task: ThreadTask = { settings, work, ruleSet };
  const thread = new Worker(new URL("./share-thread.js", import.meta.url), {
    workerData: task,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  const waiting: { resolve(answer: ThreadAnswer): void; reject(error: Error): void }[] = [];
  let failure: Error | null = null;
  const next = (): Promise<ThreadAnswer> =>
    new Promise((resolve, reject) => (failure ? reject(failure) : waiting.push({ resolve, reject })));
  thread.on("message", (answer: ThreadAnswer) => waiting.shift()?.resolve(answer));
  thread.on("error", (error: Error) => {
    failure = error;
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  const order = next().then((answer) => (answer as { order: ShareOrder }).order);
  return {
    order: () => order,
    async write(places) {
      const answer = next();
      thread.postMessage(places);
      return ((await answer) as { events: EncodedEvent[] }).events;
    },
    end: async () => void (await thread.terminate()),
  };
}
