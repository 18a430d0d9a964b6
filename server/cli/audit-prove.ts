import type { Language } from "../../engine/index.ts";
import { leafHash } from "../audit/merkle/hash.ts";
import { TiledTree } from "../audit/merkle/tiled-tree.ts";
import { type InclusionProof, type LeavesOf, proveInclusion } from "../audit/prove-inclusion.ts";
import type { Seal } from "../audit/seals/seal.ts";
import { lastSeal } from "../audit/seals/seals-file.ts";
import { isSignedWith } from "../audit/seals/signed-note.ts";
import { type VerifierKey, writeVerifierKey } from "../audit/seals/verifier-key.ts";
import type { KeptEvents } from "../audit/verify/kept-event.ts";
import { messages } from "../language/messages.ts";
import { serverProblem } from "../problem.ts";
import { type AuditPlaces, auditPlaces, eventsOf, keyOf } from "./audit-places.ts";
import { Refusal } from "./refusal.ts";
import { write } from "./standard-output.ts";

export interface AuditProveOptions extends AuditPlaces {
  lang: Language;
}

async function sealOver(seq: string, file: string, key: VerifierKey): Promise<Seal> {
  const { seal } = await lastSeal(file);
  if (!seal || !isSignedWith(seal.note, key)) throw new Refusal(file, [serverProblem("no-seal", "")]);
  if (!/^\d{1,15}$/.test(seq) || Number(seq) >= seal.size)
    throw new Refusal(seq, [serverProblem("not-sealed", "", { seal: seal.number, last: seal.size - 1 })]);
  return seal;
}

/** The tree of the events, and their hashes. */
async function readLeaves(events: KeptEvents, size: number): Promise<{ tree: TiledTree; leavesOf: LeavesOf }> {
  const tree = new TiledTree();
  const leaves: Buffer[] = [];
  for await (const { line } of events) {
    if (leaves.length === size) break;
    leaves.push(leafHash(line));
    tree.append(leaves.at(-1) as Buffer);
  }
  return {
    tree,
    async *leavesOf({ from, to }) {
      yield* leaves.slice(from, to);
    },
  };
}

function asJson({ seq, leaf, path, seal }: InclusionProof, key: VerifierKey): string {
  const proof = {
    seq,
    leaf: leaf.toString("base64"),
    size: seal.size,
    path: path.map((hash) => hash.toString("base64")),
    root: seal.root.toString("base64"),
    checkpoint: seal.note,
    key: writeVerifierKey(key),
  };
  return JSON.stringify(proof, null, 2);
}

/**
 * `qagida audit prove`: the proof that an event is in the log that was sealed, for whoever has its hash and the key.
 * @returns the exit code: 1 where it cannot be proven, since the log was changed.
 */
export async function auditProve(seq: string, options: AuditProveOptions): Promise<number> {
  const { log, seals } = auditPlaces(options);
  const key = keyOf(options, seals);
  const file = options.checkpoints ?? seals.checkpoints;
  const seal = await sealOver(seq, file, key);
  const { events, close } = await eventsOf(log);
  try {
    const { tree, leavesOf } = await readLeaves(events, seal.size);
    const proof = tree.size < seal.size ? null : await proveInclusion(Number(seq), seal, tree, leavesOf);
    if (!proof) {
      process.stderr.write(`${messages(options.lang)("problem.log-not-sealed", { seal: seal.number })}\n`);
      return 1;
    }
    await write(`${asJson(proof, key)}\n`);
    return 0;
  } finally {
    await close();
  }
}
