import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { orphans, sweepOrphans } from "../../../server/store/orphans.ts";
import type { Store } from "../../../server/store/store.ts";
import { caseChange, chamberWith, change } from "../sample.ts";
import { type EmptyPlace, openIn } from "./place.ts";

const CASE = "almaty/2024/c-1";
const HOUR = 60 * 60 * 1000;

const inHours = (hours: number): Date => new Date(Date.now() + hours * HOUR);

const bring = async (store: Store, content: string): Promise<string> =>
  (await store.keepDocument(Readable.from([Buffer.from(content)]))).sha256;

async function name(store: Store, sha256: string): Promise<void> {
  await store.commit(chamberWith("almaty"));
  const document = { name: "a.pdf", sha256, mediaType: "application/pdf", bytes: 11, case: CASE };
  const record = { kind: "document", id: `${CASE}/${sha256}`, from: 0, state: document } as const;
  await store.commit(change([caseChange("almaty", 2024, "c-1"), record]));
}

const namesOf = (documents: readonly { sha256: string }[]): string[] => documents.map(({ sha256 }) => sha256);

/** Documents whose record was never committed. */
export function orphanedDocuments(emptyPlace: EmptyPlace): void {
  it("lists what is kept, and tells which of it no record names", async () => {
    const { store, both } = await openIn(emptyPlace);
    const [named, upload] = [await bring(store, "certificate"), await bring(store, "a list")];
    await name(store, named);
    await both(async (opened) => {
      const kept = [];
      for await (const document of opened.keptDocuments()) kept.push(document);
      expect(namesOf(kept)).toEqual([named, upload].sort());
      expect(kept.find(({ sha256 }) => sha256 === upload)?.bytes).toBe(6);
      for (const { keptAt } of kept) expect(Math.abs(Date.parse(keptAt) - Date.now())).toBeLessThan(HOUR);
      expect(namesOf(await orphans(opened))).toEqual([upload]);
    });
  });

  it("sweeps away those older than a day, and no others", async () => {
    const { store, reopen } = await openIn(emptyPlace);
    const [named, upload] = [await bring(store, "certificate"), await bring(store, "a list")];
    await name(store, named);
    expect(await sweepOrphans(store, inHours(23))).toEqual({ documents: 0, bytes: 0 });
    expect(await sweepOrphans(store, inHours(25))).toEqual({ documents: 1, bytes: 6 });
    expect(await store.document(upload)).toBeNull();
    expect(namesOf(await orphans(await reopen()))).toEqual([]);
  });

  it("keeps anew what was swept away", async () => {
    const { store } = await openIn(emptyPlace);
    const upload = await bring(store, "a list");
    await sweepOrphans(store, inHours(25));
    expect(await bring(store, "a list")).toBe(upload);
    expect(await text((await store.document(upload)) as Readable)).toBe("a list");
  });

  it("never takes away what is brought again at that moment", { timeout: 60_000 }, async () => {
    const { store } = await openIn(emptyPlace);
    for (let round = 0; round < 40; round++) {
      const upload = await bring(store, `list ${round}`);
      await sleep(10); // Longer than the file system's clock takes to go on.
      const before = new Date().toISOString();
      await sleep(10);
      await Promise.all([bring(store, `list ${round}`), store.dropDocument(upload, before)]);
      expect(await text((await store.document(upload)) as Readable)).toBe(`list ${round}`);
    }
  });
}
