import { join } from "node:path";
import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SealFolder, sealFolder } from "../../server/audit/seals/seal-folder.ts";
import { startSealing } from "../../server/audit/seals/sealer.ts";
import { lengthOf, readSeals } from "../../server/audit/seals/seals-file.ts";
import { signingKey } from "../../server/audit/seals/signing-key.ts";
import { verifierKey } from "../../server/audit/seals/verifier-key.ts";
import { openEvents } from "../../server/audit/verify/open-events.ts";
import type { Verified } from "../../server/audit/verify/verified.ts";
import { verifyLog } from "../../server/audit/verify/verify-log.ts";
import { openPostgresqlStore } from "../../server/store/postgresql/open-postgresql-store.ts";
import type { Store } from "../../server/store/store.ts";
import { startPostgresql, type TestServer } from "../store/postgresql.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const SYSTEM = { account: null, name: "Qagida" };
const now = () => new Date();

const invite = (store: Store, login: string) =>
  store.commit({
    action: "account.invite",
    by: SYSTEM,
    records: [{ kind: "account", id: login, from: 0, state: { login, name: login, grants: [], closed: false } }],
  });

describe("a log in PostgreSQL, sealed by two processes", () => {
  let server: TestServer;
  let url: string;
  let folder: SealFolder;

  beforeAll(async () => {
    server = await startPostgresql();
    url = await server.createDatabase();
    folder = sealFolder(join(temporaryFolder("seals"), "seals"));
    const stores = [await openPostgresqlStore(url, { now }), await openPostgresqlStore(url, { now })];
    const sealers = stores.map((store) =>
      startSealing(store, folder.path, { now, logger: pino({ level: "silent" }), every: 5 }),
    );
    for (let at = 0; at < 40; at++) await Promise.all(stores.map((store, which) => invite(store, `a-${at}-${which}`)));
    for (const sealer of sealers) await sealer.close();
    for (const store of stores) await store.close();
  }, 60_000);

  afterAll(() => server.stop());

  async function verify(): Promise<Verified> {
    const { name, privateKey } = await signingKey(folder);
    const seals = readSeals(folder.checkpoints, 0, await lengthOf(folder.checkpoints));
    const { events, close } = await openEvents(url);
    try {
      return await verifyLog(events, [{ seals, whole: true }], verifierKey(name, privateKey));
    } finally {
      await close();
    }
  }

  async function change(...statements: string[]): Promise<void> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("set session_replication_role = replica");
    for (const statement of statements) await client.query(statement);
    await client.end();
  }

  it("is one series of seals, and intact", async () => {
    const { findings, events, seals, proven } = await verify();
    expect({ findings, events, proven: proven?.size }).toEqual({ findings: [], events: 80, proven: 80 });
    expect(seals).toBeGreaterThan(2);
  });

  it("does not fit its seals any more once the owner of the database has rewritten an event with its hash", async () => {
    const line = "replace(line, 'a-20-0', 'a-20-9')";
    await change(
      `update events set line = ${line}, leaf = sha256('\\x00'::bytea || convert_to(${line}, 'UTF8')) where line like '%a-20-0%'`,
    );
    const { findings } = await verify();
    expect(findings.map(({ code }) => code)).toContain("forked");
    await change("delete from events where seq = 79");
    expect((await verify()).findings.map(({ code }) => code)).toContain("truncated");
  });
});
