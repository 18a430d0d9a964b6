import type { Fact } from "../../../../engine/facts/facts.ts";
import type { Act } from "./act.ts";

/** A form of the editor as it was sent: what was entered, what its button asks for, the facts that it may name. */
export interface Posted {
  form: URLSearchParams;
  act: Act | null;
  facts: ReadonlyMap<string, Fact>;
}

/** Of how many rows and branches a form is read: more than the schema takes. */
const MOST_ROWS = 600;

/** How many rows a list of the form has. */
export function rowsOf({ form }: Posted, name: string): number {
  const count = Number(form.get(`${name}:rows`));
  return Number.isInteger(count) && count > 0 ? Math.min(count, MOST_ROWS) : 0;
}

/** What was entered under a name, without the white space around it. */
export const entered = ({ form }: Posted, name: string): string =>
  (form.get(name) ?? "").replaceAll("\r\n", "\n").trim();

/** The lines that were entered under a name, without the empty ones. */
export const enteredLines = ({ form }: Posted, name: string): string[] =>
  form
    .getAll(name)
    .flatMap((text) => text.split("\n"))
    .map((line) => line.trim())
    .filter((line) => line !== "");
