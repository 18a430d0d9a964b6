import { parentPort, workerData } from "node:worker_threads";
import { replayer } from "./replay-cases.ts";
import type { CasesToReplay, ReplayTask } from "./replay-task.ts";

const replay = replayer(workerData as ReplayTask);

parentPort?.on("message", (cases: CasesToReplay) => parentPort?.postMessage(replay(cases)));
