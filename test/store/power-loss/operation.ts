/** What was done to a disk, or told to somebody, in the order in which it happened. A file is its number, whatever its name. */
export type Operation =
  | { kind: "create"; path: string; file: number }
  | { kind: "makeFolder"; path: string }
  | { kind: "rename"; from: string; to: string; file: number }
  | { kind: "link"; path: string; file: number }
  | { kind: "remove"; path: string }
  | { kind: "write"; file: number; position: number; bytes: Buffer }
  | { kind: "truncate"; file: number; length: number }
  | { kind: "sync"; file: number }
  | { kind: "syncFolder"; path: string }
  | { kind: "acknowledged"; what: string };

/** An operation on what a file holds. */
export type ContentOperation = Extract<Operation, { kind: "write" | "truncate" }>;

/** An operation on the names in folders. */
export type NameOperation = Extract<Operation, { kind: "create" | "makeFolder" | "rename" | "link" | "remove" }>;

/** What a file holds after an operation on what it held. */
export function applyContent(held: Buffer, operation: ContentOperation): Buffer {
  if (operation.kind === "truncate") return resized(held, operation.length);
  const { position, bytes } = operation;
  const result = Buffer.from(resized(held, Math.max(held.length, position + bytes.length)));
  bytes.copy(result, position);
  return result;
}

function resized(held: Buffer, length: number): Buffer {
  if (length <= held.length) return held.subarray(0, length);
  return Buffer.concat([held, Buffer.alloc(length - held.length)]);
}
