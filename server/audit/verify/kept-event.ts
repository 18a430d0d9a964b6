/** An event as it is kept: nothing of it is believed. */
export interface KeptEvent {
  /** The bytes of its line, without what stands around it. */
  line: Buffer;
  /** The leaf hash that stands beside it, as hex; null where there is none. */
  hash: string | null;
  /** Whether everything before it was on disk when it was written, and its end is there. */
  settled: boolean;
}

/** Events as they are kept, in the order in which they stand. */
export type KeptEvents = AsyncIterable<KeptEvent>;
