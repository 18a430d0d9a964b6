import { createHash } from "node:crypto";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { checkEmbeddedFiles } from "../../server/store/embedded/check-embedded-files.ts";
import { indexFile } from "../../server/store/embedded/event-index.ts";
import { type Manifest, readManifest } from "../../server/store/embedded/manifest.ts";
import { NODE_FILES } from "../../server/store/embedded/node-files.ts";
import { openEmbeddedStore } from "../../server/store/embedded/open-embedded-store.ts";
import { partitionFile } from "../../server/store/embedded/partition-name.ts";
import type { Store } from "../../server/store/store.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { caseChange, chamberWith, change, decisionChange, draft } from "./sample.ts";

/** Somebody changes a file of the state, and the manifest so that it fits: the journal alone can tell. */

async function fill(store: Store): Promise<void> {
  await store.commit(chamberWith("almaty", 2));
  for (const who of ["c-1", "c-2"])
    await store.commit(
      change([caseChange("almaty", 2024, who), decisionChange("almaty", 2024, who)], { submission: who }),
    );
  await store.commit(change([{ kind: "draft", id: "d-1", from: 0, state: draft("Жоба") }]));
  await store.commit(change([{ kind: "draft", id: "d-1", from: 1, state: null }]));
  await store.commit(change([{ kind: "draft", id: "d-2", from: 0, state: draft("Жоба") }]));
}

let whole: string;
beforeAll(async () => {
  whole = temporaryFolder("whole");
  const store = await openEmbeddedStore(whole, { now: () => new Date() });
  await fill(store);
  await store.close();
});

async function copy(): Promise<string> {
  const folder = temporaryFolder("forged");
  await cp(whole, folder, { recursive: true });
  return folder;
}

const manifestPath = (folder: string): string => join(folder, "state/manifest.json");

async function forgeManifest(folder: string, forge: (manifest: Manifest) => void): Promise<void> {
  const manifest = await readManifest(NODE_FILES, folder);
  forge(manifest);
  await writeFile(manifestPath(folder), JSON.stringify(manifest));
}

const fingerprint = (bytes: Uint8Array) => ({
  bytes: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});

async function forgePartition(folder: string, name: string, forge: (text: string) => string): Promise<void> {
  const { partitions } = await readManifest(NODE_FILES, folder);
  const { upTo = 0 } = partitions[name] ?? {};
  const path = join(folder, "state", partitionFile(name, upTo));
  const before = await readFile(path, "utf8");
  const bytes = Buffer.from(forge(before));
  expect(bytes.toString()).not.toBe(before);
  await writeFile(path, bytes);
  await forgeManifest(folder, (manifest) => {
    manifest.partitions[name] = { upTo, ...fingerprint(bytes) };
  });
}

async function found(folder: string): Promise<string[]> {
  const codes: string[] = [];
  for await (const { code } of checkEmbeddedFiles(NODE_FILES, folder)) codes.push(code);
  return codes;
}

it("finds nothing where nothing was forged", async () => {
  expect(await found(await copy())).toEqual([]);
});

it("finds each value that a record's head repeats, and its state", async () => {
  const { partitions } = await readManifest(NODE_FILES, whole);
  let planted = 0;
  for (const [name, { upTo }] of Object.entries(partitions)) {
    const text = await readFile(join(whole, "state", partitionFile(name, upTo)), "utf8");
    const { records } = JSON.parse(text);
    for (const record of records)
      for (const [field, value] of Object.entries(record)) {
        const folder = await copy();
        const forged = { ...record, [field]: typeof value === "number" ? value + 1 : `${value ?? ""}x` };
        if (field === "state") forged.state = { ...(value as object), forged: true };
        await forgePartition(folder, name, (before) => before.replace(JSON.stringify(record), JSON.stringify(forged)));
        expect(await found(folder), `${name} ${record.kind} ${record.id} ${field}`).toContain("record-differs");
        planted++;
      }
  }
  expect(planted).toBeGreaterThan(60);
}, 60_000);

it("finds a record that was left out, and one that the log does not know", async () => {
  const folder = await copy();
  await forgePartition(folder, "draft", (text) => text.replace('"d-2"', '"d-3"'));
  expect(await found(folder)).toEqual(["record-differs", "record-differs"]);
});

it("finds a file whose values stand in another order", async () => {
  const folder = await copy();
  await forgePartition(folder, "draft", (text) => text.replace(/"kind":"draft",("id":"d-2"),/, '$1,"kind":"draft",'));
  expect(await found(folder)).toContain("state-file-unlogged");
});

it("finds every byte of the index", async () => {
  const { index } = await readManifest(NODE_FILES, whole);
  const name = indexFile(0, index[0]?.count ?? 0);
  const bytes = await readFile(join(whole, "state", name));
  for (let at = 0; at < bytes.length; at += 3) {
    const folder = await copy();
    const forged = Buffer.from(bytes);
    forged[at] = (forged[at] as number) ^ 1;
    await writeFile(join(folder, "state", name), forged);
    await forgeManifest(folder, (manifest) => {
      manifest.index[0] = { count: index[0]?.count ?? 0, ...fingerprint(forged) };
    });
    expect(await found(folder), `byte ${at}`).toEqual(["state-file-unlogged"]);
  }
}, 60_000);

it.each<[what: string, forged: (manifest: Manifest) => Partial<Manifest>]>([
  ["how many events it is of", ({ events }) => ({ events: events - 1 })],
  ["of more events than there are", ({ events }) => ({ events: events + 1 })],
  ["that there is no index", () => ({ index: [] })],
])("finds a manifest that says wrongly %s", async (_, forged) => {
  const folder = await copy();
  await forgeManifest(folder, (manifest) => Object.assign(manifest, forged(manifest)));
  expect(await found(folder)).toContain("manifest-differs");
});

it("finds a manifest that says of another event that it is the last", async () => {
  const folder = await copy();
  const journal = await readFile(join(folder, "journal.ndjson"));
  const bytes = journal.lastIndexOf("\n", journal.length - 2) + 1;
  await forgeManifest(folder, (manifest) => Object.assign(manifest, { bytes }));
  expect(await found(folder)).toEqual(["manifest-differs"]);
});
