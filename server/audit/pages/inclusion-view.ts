import type { Language } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import type { Store } from "../../store/store.ts";
import { leafHash } from "../merkle/hash.ts";
import { type LeavesOf, proveInclusion } from "../prove-inclusion.ts";
import type { Sealer } from "../seals/sealer.ts";

/** The leaf hashes of a log, of its events as they are now. */
const leavesOf = (store: Pick<Store, "events">): LeavesOf =>
  async function* leaves({ from, to }) {
    if (from === to) return;
    for await (const { line } of store.events(from, to)) yield leafHash(line);
  };

/** Whether an event is in the log that was sealed last, in words, and the hashes that prove it. */
export async function inclusionView(
  language: Language,
  store: Pick<Store, "events">,
  sealer: Pick<Sealer, "last" | "tree"> | null,
  seq: number,
) {
  const say = messages(language);
  const seal = sealer?.last ?? null;
  if (!sealer || !seal || seq >= seal.size)
    return {
      tone: "wait",
      state: say("audit.inclusion.unsealed"),
      text: say(seal ? "audit.inclusion.unsealed.text" : "audit.inclusion.no-seal.text"),
      path: [],
    };
  const proof = await proveInclusion(seq, seal, sealer.tree, leavesOf(store));
  if (!proof)
    return {
      tone: "bad",
      state: say("audit.inclusion.changed"),
      text: say("audit.inclusion.changed.text", { seal: seal.number }),
      path: [],
    };
  const [leaf, ...path] = [proof.leaf, ...proof.path].map((hash) => hash.toString("hex"));
  const text = say("audit.inclusion.sealed.text", { seal: seal.number, size: seal.size });
  return { tone: "good", state: say("audit.inclusion.sealed"), text, leaf, path, root: seal.root.toString("hex") };
}
