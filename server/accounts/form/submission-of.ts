import { createHash } from "node:crypto";

const OUTSIDE = new Set(["csrf", "version", "submission"]);
const LONGEST = 100;

/**
 * What makes a form that was sent the same as one that was sent before: the number that its page gave it, what it does,
 * and what it says. So a form that was gone back to and changed is another one.
 */
export function submissionOf(form: URLSearchParams, deed: string): string {
  const said = [...form].filter(([name]) => !OUTSIDE.has(name));
  const hash = createHash("sha256")
    .update(JSON.stringify([deed, said]))
    .digest("base64url");
  return `${(form.get("submission") ?? "").slice(0, LONGEST)}/${hash}`;
}
