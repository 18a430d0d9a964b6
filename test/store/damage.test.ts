import { appendFile, cp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../../engine/index.ts";
import { decisionSummary } from "../../server/recording/decision-summary.ts";
import { checkStore } from "../../server/store/check/check-store.ts";
import { checkEmbeddedFiles } from "../../server/store/embedded/check-embedded-files.ts";
import { NODE_FILES } from "../../server/store/embedded/node-files.ts";
import { openEmbeddedStore } from "../../server/store/embedded/open-embedded-store.ts";
import { rebuildEmbeddedStore } from "../../server/store/embedded/rebuild.ts";
import { recordsOf } from "../../server/store/records-of.ts";
import type { Store } from "../../server/store/store.ts";
import { qagida } from "../cli/qagida.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { account, caseRecord, chamberWith, change, recordedDecision, session } from "./sample.ts";

const open = (folder: string): Promise<Store> => openEmbeddedStore(folder, { now: () => new Date() });

const decided = (who: string) => {
  const decision = recordedDecision("almaty", 2024, who);
  const latest = decisionSummary(decision.decision, 1, decision.recordedAt);
  const id = `almaty/2024/${who}`;
  return change([
    { kind: "case", id, from: 0, state: { ...caseRecord("almaty", 2024, who), latest } },
    { kind: "decision", id: `${id}/1`, from: 0, state: decision },
  ]);
};

/** A small country: a chamber, two decided cases, a document, an account with a sign-in. */
async function fill(store: Store): Promise<void> {
  await store.commit(chamberWith("almaty", 2));
  for (const who of ["c-1", "c-2"]) await store.commit(decided(who));
  const { sha256 } = await store.keepDocument(Readable.from([Buffer.from("certificate")]));
  const of = "almaty/2024/c-1";
  const document = { name: "a.pdf", sha256, mediaType: "application/pdf", bytes: 11, case: of };
  await store.commit(change([{ kind: "document", id: `${of}/${sha256}`, from: 0, state: document }]));
  await store.commit(change([{ kind: "account", id: "acc-1", from: 0, state: account("aigul") }]));
  await store.commit(change([{ kind: "session", id: "s-1", from: 0, state: session("acc-1") }]));
}

async function everything(store: Store): Promise<string[]> {
  const all: string[] = [];
  for await (const record of recordsOf(store)) all.push(JSON.stringify(record));
  return all.sort();
}

async function problemsOf(problems: AsyncIterable<Problem>): Promise<string[]> {
  const codes: string[] = [];
  for await (const { code } of problems) codes.push(code);
  return codes;
}

/** The path of the file whose name begins so. */
async function named(folder: string, beginning: string): Promise<string> {
  const parent = join(folder, beginning, "..");
  const name = (await readdir(parent)).find((one) => join(parent, one).startsWith(join(folder, beginning)));
  return join(parent, name ?? "");
}

const flip = async (path: string, at: (bytes: Buffer) => number): Promise<void> => {
  const bytes = await readFile(path);
  const place = at(bytes);
  bytes[place] = (bytes[place] as number) ^ 1;
  await writeFile(path, bytes);
};

const middle = (bytes: Buffer): number => Math.floor(bytes.length / 2);

type Damage = (path: string) => Promise<void>;
const SHORTER: [what: string, damage: Damage][] = [
  ["missing", (path) => rm(path)],
  ["empty", (path) => truncate(path, 0)],
  ["torn", async (path) => truncate(path, Math.floor((await stat(path)).size / 2))],
];
const DAMAGES: [what: string, damage: Damage][] = [...SHORTER, ["longer", (path) => appendFile(path, "}")]];

const STATE_FILES = [
  "state/manifest.json",
  "state/cases~almaty~2024.",
  "state/consultant.",
  "state/session.",
  "state/index~0.",
];

describe("the embedded store", { timeout: 60_000 }, () => {
  let whole: string;
  let records: string[];

  beforeAll(async () => {
    whole = temporaryFolder("whole");
    const store = await open(whole);
    await fill(store);
    records = await everything(store);
    await store.close();
  });

  const copy = async (): Promise<string> => {
    const folder = temporaryFolder("damaged");
    await cp(whole, folder, { recursive: true });
    return folder;
  };

  const expectRebuilt = async (folder: string): Promise<void> => {
    expect(await rebuildEmbeddedStore(folder)).toBe(6);
    const store = await open(folder);
    expect(await everything(store)).toEqual(records);
    expect(await problemsOf(checkStore(store))).toEqual([]);
    await store.close();
    expect(await problemsOf(checkEmbeddedFiles(NODE_FILES, folder))).toEqual([]);
  };

  it("is found sound where it is", async () => {
    const folder = await copy();
    expect(await problemsOf(checkEmbeddedFiles(NODE_FILES, folder))).toEqual([]);
    const store = await open(folder);
    expect(await problemsOf(checkStore(store))).toEqual([]);
    await store.close();
  });

  describe.each(DAMAGES)("a file that is %s", (_, damage) => {
    it.each(STATE_FILES)("stops the start and names the way out, which mends it: %s", async (beginning) => {
      const folder = await copy();
      const path = await named(folder, beginning);
      await damage(path);
      await expect(open(folder)).rejects.toMatchObject({ name: "StoreRefused", code: "damaged" });
      await expect(open(folder)).rejects.toThrow(path);
      await expect(open(folder)).rejects.toThrow("qagida store rebuild");
      await expectRebuilt(folder);
    });
  });

  it.each(SHORTER)("stops the start where the journal is %s, and names the way out", async (_, damage) => {
    const folder = await copy();
    const path = join(folder, "journal.ndjson");
    await damage(path);
    await expect(open(folder)).rejects.toMatchObject({ name: "StoreRefused", code: "damaged" });
    await expect(open(folder)).rejects.toThrow(path);
    await expect(open(folder)).rejects.toThrow("qagida restore");
  });

  it.each(["state", "state/manifest.json"])(
    "never begins anew where the journal is there and %s is not",
    async (lost) => {
      const folder = await copy();
      await rm(join(folder, lost), { recursive: true });
      await expect(open(folder)).rejects.toThrow("qagida store rebuild");
      await expectRebuilt(folder);
    },
  );

  it("never begins anew where only documents are left", async () => {
    const folder = await copy();
    await rm(join(folder, "state"), { recursive: true });
    await rm(join(folder, "journal.ndjson"));
    await expect(open(folder)).rejects.toMatchObject({ code: "damaged" });
  });

  it("does not answer from a file that was changed, and says so", async () => {
    const folder = await copy();
    await flip(await named(folder, "state/cases~almaty~2024."), middle);
    expect(await problemsOf(checkEmbeddedFiles(NODE_FILES, folder))).toEqual(["state-file-differs"]);
    const store = await open(folder);
    await expect(store.casesOf("almaty", 2024)).rejects.toMatchObject({ code: "damaged" });
    await store.close();
    await expectRebuilt(folder);
  });

  it("does not answer a decision from a line that was changed, and finds it", async () => {
    const folder = await copy();
    const path = join(folder, "journal.ndjson");
    await flip(path, (bytes) => bytes.indexOf('"confirmedBy"'));
    expect(await problemsOf(checkEmbeddedFiles(NODE_FILES, folder))).toEqual(["journal-line-differs"]);
    const store = await open(folder);
    await expect(store.decisionsOn("almaty/2024/c-1")).rejects.toMatchObject({ code: "damaged" });
    expect(await problemsOf(checkStore(store))).toEqual(["log-broken"]);
    await store.close();
    await expect(rebuildEmbeddedStore(folder)).rejects.toThrow("qagida restore");
  });

  it("cuts off what a write that was never acknowledged left behind", async () => {
    const folder = await copy();
    await appendFile(join(folder, "journal.ndjson"), `${"0".repeat(64)} {"seq":6,"at`);
    const store = await open(folder);
    expect(await store.head()).toEqual({ size: 6 });
    await store.commit(change([]));
    await store.close();
    expect(await problemsOf(checkEmbeddedFiles(NODE_FILES, folder))).toEqual([]);
  });

  it("does not cut off what is followed by a later write", async () => {
    const folder = await copy();
    const path = join(folder, "journal.ndjson");
    const lines = await readFile(path, "utf8");
    const manifest = JSON.parse(await readFile(join(folder, "state/manifest.json"), "utf8"));
    const store = await open(folder);
    for (let number = 0; number < 3; number++) await store.commit(change([]));
    await store.close();
    await cp(join(whole, "state"), join(folder, "state"), { recursive: true });
    await flip(path, () => manifest.bytes + 100);
    await expect(open(folder)).rejects.toThrow("qagida restore");
    expect((await readFile(path)).length).toBeGreaterThan(lines.length);
  });

  it("finds a document that is missing or changed", async () => {
    const folder = await copy();
    const store = await open(folder);
    const [document] = await store.documentsOf("almaty/2024/c-1");
    const path = join(folder, "documents", document?.state.sha256.slice(0, 2) ?? "", document?.state.sha256 ?? "");
    await flip(path, middle);
    expect(await problemsOf(checkStore(store))).toEqual(["document-differs"]);
    await rm(path);
    expect(await problemsOf(checkStore(store))).toEqual(["document-missing"]);
    await store.close();
  });

  it("finds a case that does not tell its last decision", async () => {
    const folder = await copy();
    const store = await open(folder);
    const state = { ...caseRecord("almaty", 2024, "c-1"), latest: null };
    await store.commit(change([{ kind: "case", id: "almaty/2024/c-1", from: 1, state }]));
    expect(await problemsOf(checkStore(store))).toEqual(["summary-differs"]);
    await store.close();
  });

  it("names on the command line what no record names, and sweeps it away when it is a day old", async () => {
    const folder = await copy();
    const store = await open(folder);
    const { sha256 } = await store.keepDocument(Readable.from([Buffer.from("a list")]));
    await store.close();
    const run = (command: string) => qagida(["store", command, "--lang", "en"], "", { QAGIDA_DATA: folder });
    const path = join(folder, "documents", sha256.slice(0, 2), sha256);
    expect(await run("check")).toMatchObject({ code: 0, stdout: expect.stringContaining(sha256) });
    expect(await run("sweep")).toMatchObject({ code: 0, stderr: expect.stringContaining("Nothing to remove") });
    const twoDaysAgo = new Date(Date.now() - 48 * 60 * 60 * 1000);
    await utimes(path, twoDaysAgo, twoDaysAgo);
    expect(await run("sweep")).toMatchObject({ code: 0, stderr: expect.stringContaining("Removed 1 document") });
    expect(await run("check")).toMatchObject({ code: 0, stdout: "" });
  });

  it("is checked and rebuilt on the command line, with an exit code", { timeout: 60_000 }, async () => {
    const folder = await copy();
    const run = (command: string) => qagida(["store", command, "--lang", "ru"], "", { QAGIDA_DATA: folder });
    expect(await run("check")).toMatchObject({ code: 0, stdout: "" });
    await flip(await named(folder, "state/cases~almaty~2024."), middle);
    const found = await run("check");
    expect(found).toMatchObject({ code: 1 });
    expect(found.stdout).toContain("cases~almaty~2024");
    expect(await run("rebuild")).toMatchObject({ code: 0 });
    expect(await run("check")).toMatchObject({ code: 0 });
    await rm(await named(folder, "state/session."));
    expect((await run("check")).stdout).toContain("Нет файла состояния");
  });
});
