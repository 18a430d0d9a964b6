import type { Response } from "express";
import { HttpError } from "../../../http/http-error.ts";
import type { LookingBack, Stored } from "../../../store/records.ts";
import type { Store } from "../../../store/store.ts";
import type { Finding } from "../../finding.ts";
import type { Outlook } from "../outlook.ts";
import { readsDrafts } from "../subjects.ts";
import { readFinding } from "./list-document.ts";

/** A result that was kept, with all that was found. */
export interface KeptResult extends Stored<LookingBack> {
  finding: Finding;
}

/** Whether a result is shown: a chamber's pages show its own, and what a draft came to is for those who read drafts. */
function isShown(response: Response, { chamber }: Outlook, { state }: Stored<LookingBack>): boolean {
  const isOfDraft = state.asked.kind === "what-if" && state.asked.draft !== null;
  return (chamber === null || state.chamber === chamber.id) && (!isOfDraft || readsDrafts(response));
}

/** The newest first; those of one instant in the order of their ids. */
const byTime = (one: Stored<LookingBack>, other: Stored<LookingBack>): number =>
  other.state.keptAt.localeCompare(one.state.keptAt, "en") || one.id.localeCompare(other.id, "en");

/** The results that the reader may see here, the newest first. */
export async function keptResults(store: Store, response: Response, outlook: Outlook): Promise<Stored<LookingBack>[]> {
  return (await store.lookingsBack()).filter((one) => isShown(response, outlook, one)).sort(byTime);
}

/** Opens a result. @throws {HttpError} 404 where there is none here for this reader. */
export async function openKept(store: Store, response: Response, outlook: Outlook, id: unknown): Promise<KeptResult> {
  const kept = typeof id === "string" ? await store.lookingBack(id) : null;
  if (!kept || !isShown(response, outlook, kept)) throw new HttpError(404);
  return { ...kept, finding: await readFinding(store, kept.state) };
}
