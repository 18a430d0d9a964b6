import type { EventQuery } from "../store.ts";

/** How many words of 32 bits a signature has. */
export const SIGNATURE_WORDS = 8;
const BITS_MASK = SIGNATURE_WORDS * 32 - 1;
const BITS_A_KEY = 3;

/** What an event can be found by. */
export interface Findable {
  action: string;
  by: { account: string | null };
  records: readonly { id: string }[];
}

/** FNV-1a, of 32 bits. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

function mark(signature: Uint32Array, offset: number, key: string): void {
  const hash = hashOf(key);
  for (let round = 0; round < BITS_A_KEY; round++) {
    const bit = (hash >>> (round * 8)) & BITS_MASK;
    const word = offset + (bit >>> 5);
    signature[word] = (signature[word] ?? 0) | (1 << (bit & 31));
  }
}

const actionKey = (action: string): string => `a:${action}`;
const actorKey = (account: string): string => `b:${account}`;
const recordKey = (id: string): string => `r:${id}`;

/** Marks what an event can be found by: its action, its actor, its records and what their ids begin with. */
export function signEvent(signature: Uint32Array, offset: number, { action, by, records }: Findable): void {
  mark(signature, offset, actionKey(action));
  if (by.account !== null) mark(signature, offset, actorKey(by.account));
  for (const { id } of records) {
    mark(signature, offset, recordKey(id));
    for (let end = id.indexOf("/"); end !== -1; end = id.indexOf("/", end + 1))
      mark(signature, offset, recordKey(id.slice(0, end + 1)));
  }
}

/** The marks that an event has if the query asks for it; a few others have them by chance. */
export function signQuery({ action, by, record }: EventQuery): Uint32Array {
  const signature = new Uint32Array(SIGNATURE_WORDS);
  if (action !== undefined) mark(signature, 0, actionKey(action));
  if (by !== undefined) mark(signature, 0, actorKey(by));
  if (record !== undefined) mark(signature, 0, recordKey(record));
  return signature;
}
