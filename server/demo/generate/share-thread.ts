import { parentPort, workerData } from "node:worker_threads";
import { compile } from "../../../engine/index.ts";
import { Share } from "./share.ts";
import type { ThreadAnswer, ThreadTask } from "./share-writer.ts";

/** A thread that decides, confirms and writes a share of the country's events. */

const { settings, work, ruleSet } = workerData as ThreadTask;
const share = new Share(settings, work, compile(ruleSet));
const answer = (said: ThreadAnswer, handedOver: ArrayBuffer[] = []): void => parentPort?.postMessage(said, handedOver);

parentPort?.on("message", async (places: Uint32Array) => {
  const { events, memory } = await share.write(places);
  answer({ events }, [memory]);
});
answer({ order: share.order });
