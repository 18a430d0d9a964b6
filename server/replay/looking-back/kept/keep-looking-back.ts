import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { ENGINE } from "../../../recording/evaluators.ts";
import type { Actor, LookedFor } from "../../../store/records.ts";
import type { Store } from "../../../store/store.ts";
import { type Finding, figuresOf } from "../../finding.ts";
import type { ReplayScope } from "../../replay-recorded.ts";
import type { Beginning } from "../../replay-run.ts";
import { writeList } from "./list-document.ts";

/** Who keeps a finding, when and why, and what it was made from. */
export interface Keeping {
  by: Actor;
  at: string;
  note: string;
  submission: string;
  /** The chamber on whose pages it is kept; null for the country's. */
  chamber: string | null;
  asked: LookedFor;
  scope: ReplayScope;
  from: Beginning;
}

/** Its id comes of its submission: the same form, sent again, keeps nothing twice. */
const idOf = (submission: string): string => createHash("sha256").update(submission).digest("hex").slice(0, 16);

/**
 * Keeps what looking back came to: its list as a document, its figures as a record that never changes.
 * @returns the id of the record.
 */
export async function keepLookingBack(store: Store, finding: Finding, keeping: Keeping): Promise<string> {
  const { by, at, note, submission, chamber, asked, scope, from } = keeping;
  const kept = await store.keepDocument(Readable.from([writeList(finding)], { objectMode: false }));
  const id = idOf(submission);
  const state = {
    chamber,
    asked,
    chambers: [...(scope.chambers ?? [])].sort(),
    years: [...(scope.years ?? [])].sort(),
    begunAt: from.at,
    events: from.events,
    engine: ENGINE,
    figures: figuresOf(finding),
    list: { ...kept, lines: finding.list.length },
    keptAt: at,
    keptBy: by,
    note: note.trim() || null,
  };
  await store.commit({
    action: "replay.keep",
    by,
    submission,
    records: [{ kind: "looking-back", id, from: 0, state }],
  });
  return id;
}
