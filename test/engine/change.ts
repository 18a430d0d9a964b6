/**
 * A step that changes a document, after RFC 6902: `add`, `replace` or `remove` at a JSON Pointer.
 * `times` repeats a text or the entries of a list, so that a file can say "4,001 characters" briefly.
 */
export interface Change {
  op: "add" | "replace" | "remove";
  path: string;
  value?: unknown;
  times?: number;
}

type Container = Record<string, unknown> | unknown[];

const stepsOf = (pointer: string): string[] =>
  pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

const repeated = (value: unknown, times: number): unknown =>
  typeof value === "string" ? value.repeat(times) : Array.from({ length: times }, () => value).flat();

/** The object or list in which the last step of the pointer stands. */
function parentOf(document: unknown, path: string): { parent: Container; key: string } {
  const steps = stepsOf(path);
  const key = steps.pop() as string;
  let parent = document as Container;
  for (const step of steps) {
    parent = (parent as Record<string, Container>)[step] as Container;
    if (typeof parent !== "object" || parent === null) throw new Error(`nothing to change at ${path}`);
  }
  return { parent, key };
}

function applyOne(document: unknown, { op, path, value, times }: Change): void {
  const { parent, key } = parentOf(document, path);
  const given = structuredClone(times === undefined ? value : repeated(value, times));
  const exists = Object.hasOwn(parent, key);
  if (exists !== (op !== "add")) throw new Error(`cannot ${op} at ${path}`);
  if (Array.isArray(parent)) {
    if (op === "remove") parent.splice(Number(key), 1);
    else if (op === "replace") parent[Number(key)] = given;
    else parent.push(given);
  } else if (op === "remove") delete parent[key];
  else parent[key] = given;
}

/** The document with the changes made; the document itself stays as it is. */
export function changed<T>(document: T, changes: readonly Change[]): T {
  const copy = structuredClone(document);
  for (const change of changes) applyOne(copy, change);
  return copy;
}
