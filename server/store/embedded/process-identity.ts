import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** What tells a process from all others, also after a restart of the machine. */
export interface ProcessIdentity {
  pid: number;
  /** The boot of the machine; null where the system does not tell. */
  boot: string | null;
  /** The namespace in which the pid counts, which is a new one each time that a container starts. */
  namespace: string | null;
  /** The name of the machine, or of the container, which stays when it starts again. */
  host: string;
  /** When the process started, in the system's own count: a pid is given again. */
  started: string | null;
}

const STARTED_FIELD = 19;

function orNull(read: () => string | undefined): string | null {
  try {
    return read() ?? null;
  } catch {
    return null;
  }
}

const bootOfMachine = (): string | null =>
  orNull(() => readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim());

/** The command's name, in brackets, may hold spaces: the fields are counted from behind it. */
const startOf = (pid: number): string | null =>
  orNull(() => {
    const status = readFileSync(`/proc/${pid}/stat`, "latin1");
    return status.slice(status.lastIndexOf(")") + 2).split(" ")[STARTED_FIELD];
  });

const namespaceOfProcess = (): string | null => orNull(() => readlinkSync("/proc/self/ns/pid"));

export const thisProcess = (): ProcessIdentity => ({
  pid: process.pid,
  boot: bootOfMachine(),
  namespace: namespaceOfProcess(),
  host: hostname(),
  started: startOf(process.pid),
});

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/**
 * Whether the process that a lock names is alive. A container that has started again has outlived its processes; those of
 * another container cannot be seen, and are taken to be alive.
 */
export function isAlive(lock: string): boolean {
  const holder = readIdentity(lock);
  if (holder === null) return false;
  const { boot, namespace, host, pid, started } = holder;
  if (boot !== bootOfMachine()) return false;
  if (namespace !== namespaceOfProcess()) return host !== hostname();
  return runs(pid) && (started === null || started === startOf(pid));
}

/** A lock that holds no identity was cut off by a loss of power: whoever wrote it is gone. */
function readIdentity(lock: string): ProcessIdentity | null {
  try {
    return JSON.parse(lock) as ProcessIdentity;
  } catch {
    return null;
  }
}
