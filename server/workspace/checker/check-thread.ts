import { parentPort } from "node:worker_threads";
import { examineRuleSet } from "../../../engine/index.ts";

/** Each message is the text of a draft: it is answered with what the checker finds in it. */
parentPort?.on("message", (text: string) => parentPort?.postMessage(examineRuleSet(text).findings));
