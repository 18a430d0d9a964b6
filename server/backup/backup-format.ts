/**
 * A backup is a gzip'd file of lines of JSON: a header; the documents, in parts; the events, as they were written; a
 * trailer. The documents come first, so that a restore that breaks off leaves no event without what it names.
 */
export const FORMAT = "qagida-backup";
export const FORMAT_VERSION = 1;

/** The first line. */
export interface Header {
  format: typeof FORMAT;
  version: typeof FORMAT_VERSION;
  /** An instant in UTC. */
  madeAt: string;
  documents: number;
  events: number;
}

/** A part of a document; those of one document follow each other. */
export interface DocumentPart {
  document: string;
  base64: string;
}

/** The last line: by it, what was read is compared with what was written. */
export interface Trailer {
  end: {
    documents: number;
    events: number;
    /** The root of the Merkle tree of the events, in hex. */
    root: string;
  };
}

/** How the line of an event begins. */
export const EVENT_BEGINS = '{"seq":';
