import { createPrivateKey } from "node:crypto";
import { describe, expect, it } from "vitest";
import { NO_SEAL, readSeal, sealHash, signSeal } from "../../../server/audit/seals/seal.ts";
import { isSignedWith, signNote } from "../../../server/audit/seals/signed-note.ts";
import { readVerifierKey, verifierKey, writeVerifierKey } from "../../../server/audit/seals/verifier-key.ts";

/** The key and the note of the package `golang.org/x/mod/sumdb/note`, whose format C2SP took over. */
const PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const NOTE = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;

/** A private key made of 32 equal bytes, so that what is signed is always the same. */
const signer = {
  name: "qagida/00000000",
  privateKey: createPrivateKey({
    key: Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.alloc(32, 7)]),
    format: "der",
    type: "pkcs8",
  }),
};
const key = verifierKey(signer.name, signer.privateKey);
const sealed = { size: 3, root: Buffer.alloc(32, 1), number: 1, at: "2025-03-20T10:00:00.000Z", after: NO_SEAL };

describe("a signed note", () => {
  it("of another program is checked with its key", () => {
    const peter = readVerifierKey(PETER);
    expect(peter && isSignedWith(NOTE, peter)).toBe(true);
    expect(peter && isSignedWith(NOTE.replace("answer", "reason"), peter)).toBe(false);
  });

  it("is not taken for one that another key signed, nor for one of another name", () => {
    const note = signNote("a line\n", signer);
    expect(isSignedWith(note, key)).toBe(true);
    expect(isSignedWith(note, verifierKey("other", signer.privateKey))).toBe(false);
    expect(isSignedWith(signNote("a line\n", { ...signer, name: "other" }), key)).toBe(false);
    expect(isSignedWith(`${note}\n`, key)).toBe(false);
  });
});

describe("a key", () => {
  it("is one line that is read again", () => {
    const line = writeVerifierKey(key);
    expect(line).toMatch(/^qagida\/00000000\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/);
    expect(writeVerifierKey(readVerifierKey(`${line}\n`) as typeof key)).toBe(line);
    expect(writeVerifierKey(readVerifierKey(PETER) as typeof key)).toBe(PETER);
  });

  it.each(["", "name", PETER.replace("Peter", "Paul"), PETER.slice(0, -4), PETER.replace("c74f20a3", "c74f20a4")])(
    "is not read from %j",
    (line) => {
      expect(readVerifierKey(line)).toBeNull();
    },
  );
});

describe("a seal", () => {
  it("is a checkpoint: the log's name, its size, its root, and what we say beside them", () => {
    expect(signSeal(sealed, signer).note).toMatch(
      /^qagida\/00000000\n3\nAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=\nseal 1\nat 2025-03-20T10:00:00.000Z\nafter 0{64}\n\n— qagida\/00000000 \S+\n$/,
    );
  });

  it("is read as it was written", () => {
    const seal = signSeal(sealed, signer);
    expect(readSeal(seal.note)).toEqual(seal);
    expect(sealHash(seal)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ["no size", "\n3\n", "\n03\n"],
    ["no number", "seal 1", "seal 0"],
    ["no root", "AQEB", "AQ"],
    ["another line", "\nat ", "\nby somebody\nat "],
  ])("is not read with %s", (_what, from, to) => {
    expect(readSeal(signSeal(sealed, signer).note.replace(from, to))).toBeNull();
  });
});
