import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, it } from "vitest";
import type { Store } from "../../../server/store/store.ts";
import { type EmptyPlace, openIn } from "./place.ts";

const read = async (store: Store, sha256: string): Promise<Buffer | null> => {
  const document = await store.document(sha256);
  return document && buffer(document);
};

const CONTENTS: [what: string, content: Buffer][] = [
  ["no bytes", Buffer.alloc(0)],
  ["a byte", Buffer.of(0)],
  ["bytes of every value", Buffer.from(Array.from({ length: 256 }, (_, at) => at))],
  ["three megabytes", Buffer.alloc(3 * 1024 * 1024 + 17, "қағида")],
];

/** Documents as bytes under their SHA-256. */
export function documents(emptyPlace: EmptyPlace): void {
  it.each(CONTENTS)("keeps %s", async (_, content) => {
    const { store, reopen } = await openIn(emptyPlace);
    const sha256 = createHash("sha256").update(content).digest("hex");
    const pieces = Array.from({ length: Math.ceil(content.length / 40_000) }, (_, at) =>
      content.subarray(at * 40_000, (at + 1) * 40_000),
    );
    expect(await store.keepDocument(Readable.from(pieces))).toEqual({ sha256, bytes: content.length });
    expect((await read(store, sha256))?.equals(content)).toBe(true);
    expect((await read(await reopen(), sha256))?.equals(content)).toBe(true);
  });

  it("keeps the same bytes once, also where several bring them at once", async () => {
    const { store } = await openIn(emptyPlace);
    const kept = await Promise.all(
      Array.from({ length: 8 }, () => store.keepDocument(Readable.from([Buffer.from("same")]))),
    );
    expect(new Set(kept.map(({ sha256 }) => sha256)).size).toBe(1);
    expect((await read(store, kept[0]?.sha256 ?? ""))?.toString()).toBe("same");
  });

  it("keeps nothing of what breaks off", async () => {
    const { store } = await openIn(emptyPlace);
    const broken = Readable.from(
      (function* () {
        yield Buffer.from("half");
        throw new Error("the connection is gone");
      })(),
    );
    await expect(store.keepDocument(broken)).rejects.toThrow("the connection is gone");
    expect(await read(store, createHash("sha256").update("half").digest("hex"))).toBeNull();
  });

  it.each(["", "..", "../../journal.ndjson", "AB".repeat(32), "a"])("knows no document %j", async (name) => {
    const { store } = await openIn(emptyPlace);
    expect(await store.document(name)).toBeNull();
  });
}
