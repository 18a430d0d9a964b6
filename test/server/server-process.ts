import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { afterEach } from "vitest";
import { PROJECT_ROOT } from "../../server/project-root.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const MAIN = join(PROJECT_ROOT, "dist", "server", "main.js");
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

/** The address of a data folder that is not there yet. */
export const newDataFolder = (): string => join(temporaryFolder("server"), "data");

interface Ended {
  code: number | null;
  log: string;
  said: string;
}

/** A server as `npm start` starts it, on a free port and in a data folder of its own unless one is given. */
export interface ServerProcess {
  child: ChildProcess;
  /** The port, once it listens. @throws where it ends instead. */
  port(): Promise<number>;
  /** What it ended with, its log, and what it said on standard error. */
  ended: Promise<Ended>;
}

export function startServer(environment: NodeJS.ProcessEnv = {}): ServerProcess {
  const env = { ...process.env, HOST: "", PORT: "0", QAGIDA_DATA: newDataFolder(), ...environment };
  const child = spawn(process.execPath, [MAIN], { env });
  started.push(child);
  let log = "";
  let said = "";
  const listening = new Promise<number>((resolve) => {
    child.stdout.on("data", (chunk) => {
      log += chunk;
      const [, port] = /"url":"http:\/\/127\.0\.0\.1:(\d+)\/"/.exec(log) ?? [];
      if (port) resolve(Number(port));
    });
  });
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code) => resolve({ code, log, said }));
  });
  const refused = async (): Promise<never> => {
    throw new Error(`the server ended: ${(await ended).said}`);
  };
  return { child, ended, port: () => Promise.race([listening, refused()]) };
}
