const PIECE = 256 * 1024;

/** Joins small pieces to those that are written at once. */
export function* pieces(content: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let open: Uint8Array[] = [];
  let length = 0;
  for (const part of content) {
    const bytes = typeof part === "string" ? Buffer.from(part) : part;
    open.push(bytes);
    length += bytes.byteLength;
    if (length < PIECE) continue;
    yield Buffer.concat(open);
    open = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(open);
}
