import type { Signer } from "../../../server/audit/seals/signed-note.ts";
import { journalLines, writeLog } from "../written-log.ts";
import { type SealedLog, sealsOf } from "./sealed-log.ts";

/** Chances that decide where and how a log is manipulated: each gives a whole number below another. */
export type Below = (limit: number) => number;

/** What somebody does to a log, and who can sign for it. */
type Manipulation = (log: SealedLog, below: Below, signers: Signers) => Promise<Manipulated> | Manipulated;
type Manipulated = Pick<SealedLog, "journal" | "checkpoints">;

export interface Signers {
  own: Signer;
  stranger: Signer;
}

const HASH_AND_MARK = 65;

const withEvents = (log: SealedLog, events: readonly string[]): Manipulated => ({
  journal: Buffer.concat(journalLines(events)),
  checkpoints: log.checkpoints,
});

/** Replaces one byte by another. */
function otherByte(bytes: Buffer, at: number, below: Below): Buffer {
  const edited = Buffer.from(bytes);
  edited[at] = ((edited[at] as number) + 1 + below(255)) % 256;
  return edited;
}

/** Another history from one event on: every hash in it is right. */
const forkAt = (log: SealedLog, seq: number): string[] =>
  writeLog(log.events.length, (at) => (at >= seq ? `Somebody else ${at}` : `Name ${at}`));

function rearranged(log: SealedLog, rearrange: (lines: Buffer[]) => void): Manipulated {
  const lines = journalLines(log.events);
  rearrange(lines);
  return { journal: Buffer.concat(lines), checkpoints: log.checkpoints };
}

const notesOf = ({ checkpoints }: SealedLog): string[] => checkpoints.toString().match(/(?:.+\n)+\n— .+\n\n/g) ?? [];
const MANY = 6;

/** Manipulations that the seals in their folder show. */
export const SHOWN_BY_SEALS: Readonly<Record<string, Manipulation>> = {
  "edit a byte of an event": (log, below) =>
    rearranged(log, (lines) => {
      const at = below(lines.length);
      const line = lines[at] as Buffer;
      lines[at] = otherByte(line, HASH_AND_MARK + below(line.length - HASH_AND_MARK), below);
    }),
  "edit a byte of a hash": (log, below) =>
    rearranged(log, (lines) => {
      const at = below(lines.length);
      lines[at] = otherByte(lines[at] as Buffer, below(HASH_AND_MARK - 1), below);
    }),
  "delete events": (log, below) => rearranged(log, (lines) => lines.splice(below(lines.length), 1 + below(MANY))),
  "insert an event": (log, below) =>
    rearranged(log, (lines) => {
      const [line] = journalLines([forkAt(log, 0)[below(lines.length)] as string]);
      lines.splice(below(lines.length), 0, line as Buffer);
    }),
  "repeat an event": (log, below) =>
    rearranged(log, (lines) => lines.splice(below(lines.length), 0, lines[below(lines.length)] as Buffer)),
  "reorder two events": (log, below) =>
    rearranged(log, (lines) => {
      const one = below(lines.length);
      const other = (one + 1 + below(lines.length - 1)) % lines.length;
      [lines[one], lines[other]] = [lines[other] as Buffer, lines[one] as Buffer];
    }),
  "truncate the log": ({ journal, checkpoints }, below) => ({
    journal: journal.subarray(0, below(journal.length)),
    checkpoints,
  }),
  "rewrite an event and its hashes": (log, below) => {
    const seq = below(log.events.length);
    return withEvents(log, log.events.with(seq, forkAt(log, seq)[seq] as string));
  },
  "rewrite all from an event on": (log, below) => withEvents(log, forkAt(log, below(log.events.length))),
  "rewrite a tail and go on": (log, below) => {
    const seq = below(log.events.length);
    const longer = writeLog(log.events.length + below(MANY), (at) => (at >= seq ? `Other ${at}` : `Name ${at}`));
    return withEvents(log, longer);
  },
  "replace the seals by a stranger's": async ({ journal, events }, _below, { stranger }) => ({
    journal,
    checkpoints: await sealsOf(events, stranger),
  }),
  "rewrite a tail and seal it with another key": async (log, below, { stranger }) => {
    const events = forkAt(log, below(log.events.length));
    return { ...withEvents(log, events), checkpoints: await sealsOf(events, stranger) };
  },
  "remove seals from the middle": (log, below) => {
    const notes = notesOf(log);
    const at = below(notes.length - 1);
    notes.splice(at, 1 + below(notes.length - 1 - at));
    return { journal: log.journal, checkpoints: Buffer.from(notes.join("")) };
  },
  "remove every seal": ({ journal }) => ({ journal, checkpoints: Buffer.alloc(0) }),
  "reorder seals": (log, below) => {
    const notes = notesOf(log);
    const one = below(notes.length);
    const other = (one + 1 + below(notes.length - 1)) % notes.length;
    [notes[one], notes[other]] = [notes[other] as string, notes[one] as string];
    return { journal: log.journal, checkpoints: Buffer.from(notes.join("")) };
  },
};

/** Manipulations by somebody who holds the private key: seals that were kept elsewhere show them. */
export const SHOWN_BY_COPY: Readonly<Record<string, Manipulation>> = {
  "edit a byte of a seal": ({ journal, checkpoints }, below) => ({
    journal,
    checkpoints: otherByte(checkpoints, below(checkpoints.length), below),
  }),
  "truncate the seals": ({ journal, checkpoints }, below) => ({
    journal,
    checkpoints: checkpoints.subarray(0, below(checkpoints.length)),
  }),
  "truncate log and seals alike": (log, below) => {
    const kept = below(log.events.length / 5);
    const checkpoints = Buffer.from(notesOf(log).slice(0, kept).join(""));
    return { ...withEvents(log, log.events.slice(0, kept * 5)), checkpoints };
  },
  "rewrite a tail and seal it anew with the own key": async (log, below, { own }) => {
    const events = forkAt(log, below(log.events.length));
    return { ...withEvents(log, events), checkpoints: await sealsOf(events, own) };
  },
};
