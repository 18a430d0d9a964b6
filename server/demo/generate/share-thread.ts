import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { PROJECT_ROOT } from "../../project-root.ts";
import { readRuleBook } from "../../published-rules.ts";
import { rulesOfCountry } from "./rules-of-country.ts";
import { Share } from "./share.ts";
import type { ThreadAnswer, ThreadTask } from "./share-writer.ts";

/** A thread that decides, confirms and writes a share of the country's events. */

const { settings, work } = workerData as ThreadTask;
const share = new Share(settings, work, rulesOfCountry(readRuleBook(join(PROJECT_ROOT, "rules"))));
const answer = (said: ThreadAnswer, handedOver: ArrayBuffer[] = []): void => parentPort?.postMessage(said, handedOver);

parentPort?.on("message", async (places: Uint32Array) => {
  const { events, memory } = await share.write(places);
  answer({ events }, [memory]);
});
answer({ order: share.order });
