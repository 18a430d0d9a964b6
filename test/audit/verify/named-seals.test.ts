import { readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { LogSeals } from "../../../server/audit/seals/log-seals.ts";
import { nameSeal, readNamedSeal } from "../../../server/audit/seals/named-seal.ts";
import { type SealFolder, sealFolder } from "../../../server/audit/seals/seal-folder.ts";
import { readSeals } from "../../../server/audit/seals/seals-file.ts";
import { signingKey } from "../../../server/audit/seals/signing-key.ts";
import { verifierKey } from "../../../server/audit/seals/verifier-key.ts";
import { journalEvents } from "../../../server/audit/verify/journal-events.ts";
import type { Verified } from "../../../server/audit/verify/verified.ts";
import { verifyLog } from "../../../server/audit/verify/verify-log.ts";
import { readEvent } from "../../../server/store/log/read-event.ts";
import { openTemporaryStore } from "../../server/temporary-store.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

const SEALS = 40;

let journal: string;
let seals: SealFolder;
/** Where each seal ends in the file, in bytes. */
let ends: number[];
/** Where each line of the journal begins, in bytes, and the numbers of the seals that events name, by their places. */
let lines: number[];
let named: Map<number, number>;

/** A log of a change a seal, with the seals that the log names. */
beforeEach(async () => {
  const { store, folder } = await openTemporaryStore();
  seals = sealFolder(`${folder}.seals`);
  const signer = await signingKey(seals);
  const sealing = new LogSeals(store, seals, signer, { now: () => new Date(), name: (seal) => nameSeal(store, seal) });
  for (let number = 0; number < SEALS; number++) {
    await store.commit({ action: "store.load", by: { account: null, name: "test" }, records: [] });
    await sealing.extend();
  }
  named = new Map();
  for await (const { seq, line } of store.events()) {
    const seal = readNamedSeal(readEvent(line));
    if (seal) named.set(seq, seal.number);
  }
  await store.close();
  journal = join(folder, "journal.ndjson");
  lines = [0];
  for (const byte of (await readFile(journal)).entries()) if (byte[1] === 10) lines.push(byte[0] + 1);
  ends = [];
  for await (const { end } of readSeals(seals.checkpoints, 0, (await readFile(seals.checkpoints)).length))
    ends.push(end);
});

async function verify(keyOf = seals): Promise<Verified> {
  const { name, privateKey } = await signingKey(keyOf);
  const [log, filed] = [await readFile(journal), await readFile(keyOf.checkpoints)];
  const series = [{ seals: readSeals(keyOf.checkpoints, 0, filed.length), whole: true }];
  return verifyLog(journalEvents(journal, log.length), series, verifierKey(name, privateKey));
}

it("the log names every sixteenth seal, and the seals go on over that", async () => {
  expect([...named.values()]).toEqual([16, 32]);
  expect(ends).toHaveLength(SEALS);
  expect(await verify()).toMatchObject({ events: SEALS + 2, seals: SEALS, findings: [], elsewhere: 0 });
});

it("seals that were cut off before one that the log names are missed", async () => {
  const whole = await readFile(seals.checkpoints);
  for (const left of [0, 1, 15, 16, 31]) {
    await writeFile(seals.checkpoints, whole.subarray(0, ends[left - 1] ?? 0));
    const gone = [...named].filter(([, seal]) => seal > left).map(([seq, seal]) => ({ seq, seal }));
    const { findings } = await verify();
    expect(findings.filter(({ code }) => code === "seal-gone").map(({ params }) => params)).toEqual(gone);
    expect(findings.length).toBeGreaterThan(0);
  }
});

it("so is one that was exchanged for another of the same key", async () => {
  const text = await readFile(seals.checkpoints, "utf8");
  const ofFifteen = text.slice(ends[13], ends[14]);
  await writeFile(seals.checkpoints, text.slice(0, ends[14]) + ofFifteen + text.slice(ends[15]));
  expect((await verify()).findings.map(({ code }) => code)).toContain("seal-gone");
});

it("a log that was cut off with them is not told from an earlier one: only a copy shows that", async () => {
  const [seq = 0] = [...named.keys()];
  await truncate(seals.checkpoints, ends[15] ?? 0);
  await truncate(journal, lines[seq] ?? 0);
  expect((await verify()).findings).toEqual([]);
});

it("seals of another key are counted: they stand in another folder", async () => {
  const other = sealFolder(temporaryFolder("seals"));
  await signingKey(other);
  await writeFile(other.checkpoints, "");
  expect(await verify(other)).toMatchObject({ elsewhere: 2, findings: [{ code: "unsealed" }] });
});
