import { randomUUID } from "node:crypto";

/** What every form of a draft carries: the version that it was made from, and its submission. */
export interface Sent {
  from: number;
  submission: string;
}

export const newSubmission = (): string => randomUUID();

/** The version and the submission of a form; a version that cannot be read is that of no record. */
export function readSent(form: URLSearchParams): Sent {
  const version = form.get("version") ?? "";
  const submission = form.get("submission") ?? "";
  return {
    from: /^\d{1,9}$/.test(version) ? Number(version) : 0,
    submission: submission.slice(0, 100) || newSubmission(),
  };
}
