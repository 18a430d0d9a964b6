import { createHash } from "node:crypto";
import { text } from "node:stream/consumers";
import type { LookingBack } from "../../../store/records.ts";
import type { Store } from "../../../store/store.ts";
import { type Finding, figuresOf, isReplay, listInOrder } from "../../finding.ts";
import type { Replayed } from "../../replay-case.ts";
import type { Unlike } from "../../reproduce-task.ts";
import type { Trial } from "../../trial.ts";

/** The first line of a list: the rule sets that were tried, whole, so that what was tried stays known for good. */
interface Head {
  sets: Trial["sets"];
}

/**
 * The document in which the list of a finding is kept: NDJSON, the sets that were tried first, then the people or
 * decisions in the order of their cases. The same finding gives the same bytes.
 */
export function writeList(finding: Finding): Buffer {
  const head: Head = { sets: isReplay(finding) ? finding.sets : [] };
  return Buffer.from([head, ...listInOrder(finding)].map((line) => `${JSON.stringify(line)}\n`).join(""));
}

/** Names a finding, figures and list, by its bytes: so nothing else is kept than what was shown. */
export const markOf = (finding: Finding): string =>
  createHash("sha256")
    .update(JSON.stringify(figuresOf(finding)))
    .update(writeList(finding))
    .digest("hex");

function linesOf(document: string): unknown[] {
  return document
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** Reads a finding back, as it was kept. @throws {Error} where its document is missing. */
export async function readFinding(store: Store, { figures, list }: LookingBack): Promise<Finding> {
  const document = await store.document(list.sha256);
  if (!document) throw new Error(`the document ${list.sha256} is missing`);
  const [head, ...entries] = linesOf(await text(document));
  return "replayed" in figures
    ? { replayed: figures.replayed, sets: (head as Head).sets, list: entries as Replayed[] }
    : { reproduced: figures.reproduced, list: entries as Unlike[] };
}
