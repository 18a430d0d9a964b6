import type { Response } from "express";
import { signedInOf } from "../../../sessions/signed-in.ts";
import { newSubmission } from "../../../workspace/sent.ts";
import { writeReplayQuery } from "../../pages/replay-query.ts";
import type { Sought } from "../../pages/sought.ts";
import type { Progress, ReplayRun } from "../../replay-run.ts";
import { markOf } from "./list-document.ts";

/** The form by which what is shown is kept. */
export interface KeepForm {
  action: string;
  submission: string;
  /** Names what is shown, by its bytes. */
  seen: string;
  note: string;
  /** What came between, where it was not kept. */
  error: string | null;
}

/** What was typed into the form, where it comes back. */
export type SentBack = Pick<KeepForm, "note" | "error">;

const marks = new WeakMap<object, string>();

/** The mark of a run that came to its end. */
export function markOfRun<Result extends Progress>(run: ReplayRun<Result>, { findingOf }: Sought<Result>): string {
  const known = marks.get(run) ?? markOf(findingOf(run.result));
  marks.set(run, known);
  return known;
}

/** Whether the reader may keep what this comes to. */
const mayKeep = (response: Response, chamber: string | null): boolean =>
  signedInOf(response)?.may("replay.keep", chamber === null ? {} : { chamber }) ?? false;

/** The form for a run that came to its end; null before, and for who may not keep it. */
export function keepForm<Result extends Progress>(
  response: Response,
  run: ReplayRun<Result>,
  sought: Sought<Result>,
  { note, error }: SentBack = { note: "", error: null },
): KeepForm | null {
  const { address, query, lookedFor, chamber } = sought;
  if (!lookedFor || !run.finished || !mayKeep(response, chamber)) return null;
  const action = `${address}/keep${writeReplayQuery({ ...query, page: 1 })}`;
  return { action, submission: newSubmission(), seen: markOfRun(run, sought), note, error };
}
