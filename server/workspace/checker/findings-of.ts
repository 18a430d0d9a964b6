import { join } from "node:path";
import type { RuleSetFinding } from "../../../engine/index.ts";
import { PROJECT_ROOT } from "../../project-root.ts";
import { WorkingThread } from "../../replay/working-thread.ts";

type Findings = readonly RuleSetFinding[];

const THREAD = join(PROJECT_ROOT, "dist", "server", "workspace", "checker", "check-thread.js");
const MOST_KEPT = 40;

const found = new Map<string, Promise<Findings>>();
let thread: WorkingThread | null = null;

/** The thread of this process that checks drafts: started with the first check, and warm from then on. */
function checker(): WorkingThread {
  if (!thread || thread.failed) thread = new WorkingThread(THREAD);
  return thread;
}

async function check(text: string): Promise<Findings> {
  try {
    return (await checker().ask(text)) as Findings;
  } catch (error) {
    found.delete(text);
    throw error;
  }
}

/**
 * What the checker finds in a draft's text: problems of its form first, and where it has none, what it comes to. A thread
 * of its own looks for that, so that other pages are answered meanwhile; what it found in the last texts is kept.
 */
export function findingsOf(text: string): Promise<Findings> {
  const known = found.get(text);
  if (known) return known;
  if (found.size >= MOST_KEPT) found.delete(found.keys().next().value as string);
  const checked = check(text);
  found.set(text, checked);
  return checked;
}
