import { createHash } from "node:crypto";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { copyStore, isEqual } from "../../server/store/copy-store.ts";
import { openStore } from "../../server/store/open-store.ts";
import { recordsOf } from "../../server/store/records-of.ts";
import type { Store } from "../../server/store/store.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { startPostgresql, type TestServer } from "./postgresql.ts";
import { account, caseChange, chamberWith, change, decisionChange, draft, lookingBack, session } from "./sample.ts";

vi.setConfig({ testTimeout: 60_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startPostgresql();
}, 60_000);
afterAll(() => server?.stop());

const now = () => new Date();
const DOCUMENTS = [Buffer.alloc(0), Buffer.from("Сертификат"), Buffer.alloc(600_000, "қағида")];
const LIST = Buffer.from('{"sets":[]}\n');
const sha256Of = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

async function openEmbedded(): Promise<Store> {
  const folder = temporaryFolder("copy");
  const store = await openStore({ dataFolder: join(folder, "data"), databaseUrl: null, now });
  onTestFinished(() => store.close());
  return store;
}

async function openPostgresql(): Promise<Store> {
  const store = await openStore({ dataFolder: "", databaseUrl: await server.createDatabase(), now });
  onTestFinished(() => store.close());
  return store;
}

async function keepDocuments(store: Store, caseId: string): Promise<void> {
  for (const content of DOCUMENTS) {
    const { sha256, bytes } = await store.keepDocument(Readable.from(content.length > 0 ? [content] : []));
    const state = { name: "17.pdf", sha256, mediaType: "application/pdf", bytes, case: caseId };
    await store.commit(change([{ kind: "document", id: `${caseId}/${sha256}`, from: 0, state }]));
  }
}

async function keepLookingBack(store: Store): Promise<void> {
  const { sha256 } = await store.keepDocument(Readable.from([LIST]));
  const state = lookingBack("almaty", sha256);
  await store.commit(change([{ kind: "looking-back", id: "l-1", from: 0, state }]));
}

/** Records of most kinds, some changed, some removed. */
async function fill(store: Store): Promise<void> {
  await store.commit(chamberWith("almaty", 20));
  for (let at = 1; at <= 20; at++) {
    const records = [caseChange("almaty", 2024, `c-${at}`), decisionChange("almaty", 2024, `c-${at}`)];
    await store.commit(change(records, { submission: `s-${at}` }));
  }
  await store.commit(change([caseChange("almaty", 2024, "c-1", 1, 7), decisionChange("almaty", 2024, "c-1", 2)]));
  await store.commit(change([{ kind: "draft", id: "d-1", from: 0, state: draft('"\\u0000" \u2028 𐐷') }]));
  for (const id of ["acc-1", "acc-2"])
    await store.commit(
      change([
        { kind: "account", id, from: 0, state: account(id) },
        { kind: "session", id: `session-of-${id}`, from: 0, state: session(id) },
      ]),
    );
  await store.commit(change([{ kind: "session", id: "session-of-acc-1", from: 1, state: null }]));
  await keepDocuments(store, "almaty/2024/c-2");
  await keepLookingBack(store);
}

async function linesOf(store: Store): Promise<string[]> {
  const lines: string[] = [];
  for await (const { line } of store.events()) lines.push(line);
  return lines;
}

async function allRecords(store: Store): Promise<unknown[]> {
  const records: { kind: string; id: string }[] = [];
  for await (const record of recordsOf(store)) records.push(record);
  return records.sort((one, other) => (`${one.kind} ${one.id}` < `${other.kind} ${other.id}` ? -1 : 1));
}

it("embedded to PostgreSQL and back: equal, event by event and record by record", async () => {
  const [first, second, third] = [await openEmbedded(), await openPostgresql(), await openEmbedded()];
  await fill(first);
  const there = await copyStore(first, second);
  const back = await copyStore(second, third);
  expect(there).toEqual({ ...back, from: there.from });
  expect([isEqual(there), isEqual(back)]).toEqual([true, true]);
  expect(there).toMatchObject({ documents: 4, from: { events: (await first.head()).size } });
  const lines = await linesOf(first);
  const records = await allRecords(first);
  expect(records.length).toBeGreaterThan(60);
  for (const copy of [second, third]) {
    expect(await linesOf(copy)).toEqual(lines);
    expect(await allRecords(copy)).toEqual(records);
    for (const content of [...DOCUMENTS, LIST]) {
      const document = await copy.document(sha256Of(content));
      expect(document && (await buffer(document)).equals(content)).toBe(true);
    }
  }
});

it("what is committed to the source meanwhile is told", async () => {
  const [from, to] = [await openPostgresql(), await openPostgresql()];
  await fill(from);
  const original = from.events.bind(from);
  let asked = 0;
  const busy: Store = {
    ...from,
    events: (first, below) => {
      if (++asked === 2) void from.commit(change([caseChange("almaty", 2023, "c-1")]));
      return original(first, below);
    },
  };
  const copied = await copyStore(busy, to);
  expect(copied).toMatchObject({ wentOn: true, differing: [] });
  expect(copied.from).toEqual(copied.to);
  expect(isEqual(copied)).toBe(false);
});

it("a store that is not empty takes no copy", async () => {
  const [from, to] = [await openEmbedded(), await openPostgresql()];
  await fill(from);
  await to.commit(chamberWith("astana"));
  await expect(copyStore(from, to)).rejects.toThrow("empty");
  expect((await to.chambers()).map(({ id }) => id)).toEqual(["astana"]);
});
