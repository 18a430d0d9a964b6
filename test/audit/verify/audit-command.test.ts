import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { pino } from "pino";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { leafHash } from "../../../server/audit/merkle/hash.ts";
import { provesInclusion } from "../../../server/audit/merkle/proofs.ts";
import { sealFolder } from "../../../server/audit/seals/seal-folder.ts";
import { startSealing } from "../../../server/audit/seals/sealer.ts";
import { isSignedWith } from "../../../server/audit/seals/signed-note.ts";
import { readVerifierKey } from "../../../server/audit/seals/verifier-key.ts";
import { backUpIntoFile } from "../../../server/backup/back-up.ts";
import { openEmbeddedStore } from "../../../server/store/embedded/open-embedded-store.ts";
import type { Store } from "../../../server/store/store.ts";
import { qagida } from "../../cli/qagida.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

/** Each test starts the command several times. */
vi.setConfig({ testTimeout: 60_000 });

const SYSTEM = { account: null, name: "Qagida" };
const now = () => new Date();

const invite = (store: Store, login: string) =>
  store.commit({
    action: "account.invite",
    by: SYSTEM,
    records: [{ kind: "account", id: login, from: 0, state: { login, name: login, grants: [], closed: false } }],
  });

const startOver = (store: Store, data: string, every = 60_000) =>
  startSealing(store, `${data}.seals`, { now, logger: pino({ level: "silent" }), every });

let original: string;

/** A store of eight events under two seals, and one event more. */
beforeAll(async () => {
  original = join(temporaryFolder("audit"), "data");
  const store = await openEmbeddedStore(original, { now });
  const sealer = startOver(store, original);
  await sealer.seal();
  for (let at = 0; at < 8; at++) {
    await invite(store, `a-${at}`);
    if (at === 3) await sealer.seal();
  }
  await sealer.close();
  await invite(store, "late");
  await store.close();
});

async function copy(): Promise<string> {
  const data = join(temporaryFolder("audit"), "data");
  await cp(original, data, { recursive: true });
  await cp(`${original}.seals`, `${data}.seals`, { recursive: true });
  return data;
}

async function edit(file: string, from: string, to: string): Promise<void> {
  await writeFile(file, (await readFile(file, "utf8")).replace(from, to));
}

describe("qagida audit verify", () => {
  it("says that the log is intact, up to where it is proven, and what is not sealed yet", async () => {
    const { code, stdout, stderr } = await qagida(["audit", "verify", "--data", original, "--lang", "en"]);
    expect(code).toBe(0);
    expect(stdout).toContain("The log is intact");
    expect(stdout).toContain("up to no. 7, by seal no. 2");
    expect(stdout).toContain("not yet sealed: 1");
    expect(stderr).toContain("--key");
  });

  it.each(["kk", "ru", "en"])("finds an edited event, and says which one, in %s", async (lang) => {
    const data = await copy();
    await edit(join(data, "journal.ndjson"), '"login":"a-5"', '"login":"a-6"');
    const { code, stdout } = await qagida(["audit", "verify", "--data", data, "--lang", lang]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/№ 5|no\. 5/);
  });

  it("compares with copies that were kept elsewhere", async () => {
    const data = await copy();
    const { checkpoints, verifierKey } = sealFolder(`${data}.seals`);
    await edit(checkpoints, (await readFile(checkpoints, "utf8")).split("\n\n").slice(2).join("\n\n"), "");
    const places = ["--data", data, "--key", (await readFile(verifierKey, "utf8")).trim()];
    expect((await qagida(["audit", "verify", ...places])).code).toBe(0);
    const kept = sealFolder(`${original}.seals`).checkpoints;
    const { code, stdout, stderr } = await qagida(["audit", "verify", ...places, "--checkpoints", kept, "--json"]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(JSON.parse(stdout).findings).toMatchObject([{ code: "seals-cut", params: { seal: 2, last: 1 } }]);
  });

  it("verifies a backup as far as it goes, and finds one that was changed", async () => {
    const data = await copy();
    const backup = join(data, "backup");
    const store = await openEmbeddedStore(data, { now });
    await backUpIntoFile(backup, store, now().toISOString());
    const sealer = startOver(store, data);
    await invite(store, "later");
    await sealer.close();
    await store.close();
    const places = ["--key", sealFolder(`${data}.seals`).verifierKey, "--data", backup];
    const env = { QAGIDA_SEALS: `${data}.seals` };
    const good = await qagida(["audit", "verify", ...places, "--json"], "", env);
    expect(good).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(good.stdout)).toMatchObject({ events: 9, later: 1 });
    const unpacked = gunzipSync(await readFile(backup)).toString();
    await writeFile(backup, gzipSync(unpacked.replace('"login":"a-5"', '"login":"a-6"')));
    expect((await qagida(["audit", "verify", ...places], "", env)).code).toBe(1);
    await writeFile(backup, gzipSync(unpacked).subarray(0, 200));
    expect((await qagida(["audit", "verify", ...places], "", env)).code).toBe(2);
  });

  it("refuses what it cannot read, and a key that is none", async () => {
    expect((await qagida(["audit", "verify", "--data", `${original}-nowhere`])).code).toBe(2);
    expect(
      (await qagida(["audit", "verify", "--data", original, "--key", join(original, "journal.ndjson")])).code,
    ).toBe(2);
    expect((await qagida(["audit", "verify", "--data", original, "--checkpoints", "nowhere"])).code).toBe(2);
    expect((await qagida(["audit", "nothing"])).code).toBe(2);
  });

  it("raises no alarm while the store is written, sealed and in use", async () => {
    const data = await copy();
    const store = await openEmbeddedStore(data, { now });
    const sealer = startOver(store, data, 5);
    let writing = true;
    const writer = (async () => {
      for (let at = 0; writing; at++) await Promise.all([1, 2, 3].map((one) => invite(store, `w-${at}-${one}`)));
    })();
    const verified = [];
    for (let at = 0; at < 4; at++) verified.push(await qagida(["audit", "verify", "--data", data, "--json"]));
    writing = false;
    await writer;
    await sealer.close();
    await store.close();
    for (const { code, stdout, stderr } of verified)
      expect({ code, found: JSON.parse(stdout || "{}").findings, stderr }).toMatchObject({ code: 0, found: [] });
    const sizes = verified.map(({ stdout }) => JSON.parse(stdout).events);
    expect(sizes[3]).toBeGreaterThan(sizes[0]);
    expect((await qagida(["audit", "verify", "--data", data])).code).toBe(0);
  });
});

describe("qagida audit prove", () => {
  it("proves to a third party that an event is in the log, with the seal and the key", async () => {
    const { code, stdout } = await qagida(["audit", "prove", "5", "--data", original]);
    expect(code).toBe(0);
    const { leaf, size, path, root, checkpoint, key } = JSON.parse(stdout);
    const line = (await readFile(join(original, "journal.ndjson"), "utf8")).split("\n")[5]?.slice(65) ?? "";
    expect(leaf).toBe(leafHash(line).toString("base64"));
    const bytes = (text: string): Buffer => Buffer.from(text, "base64");
    const proof = { leaf: bytes(leaf), index: 5, size, path: path.map(bytes), root: bytes(root) };
    expect(provesInclusion(proof)).toBe(true);
    expect(checkpoint).toContain(`\n${size}\n${root}\n`);
    const verifier = readVerifierKey(key);
    expect(verifier && isSignedWith(checkpoint, verifier)).toBe(true);
  });

  it("proves nothing of a log that was changed, nor of an event that is not sealed", async () => {
    const data = await copy();
    await edit(join(data, "journal.ndjson"), '"login":"a-5"', '"login":"a-6"');
    expect((await qagida(["audit", "prove", "1", "--data", data])).code).toBe(1);
    const unsealed = await qagida(["audit", "prove", "8", "--data", original]);
    expect(unsealed).toMatchObject({ code: 2, stderr: expect.stringContaining("no such sealed event") });
  });
});
