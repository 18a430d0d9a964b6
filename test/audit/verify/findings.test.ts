import { beforeAll, describe, expect, it } from "vitest";
import { sealFolder } from "../../../server/audit/seals/seal-folder.ts";
import type { Signer } from "../../../server/audit/seals/signed-note.ts";
import { temporaryFolder } from "../../temporary-folder.ts";
import { journalLines, writeLog } from "../written-log.ts";
import { EVENTS, newSigner, type SealedLog, sealedLog, verifyFiles } from "./sealed-log.ts";

let signer: Signer;
let log: SealedLog;

beforeAll(async () => {
  signer = await newSigner();
  log = await sealedLog(signer);
});

const verify = async (events: readonly string[], change: (lines: Buffer[]) => void = () => {}) => {
  const lines = journalLines(events);
  change(lines);
  const folder = sealFolder(temporaryFolder("audit"));
  return verifyFiles(folder, { journal: Buffer.concat(lines), checkpoints: log.checkpoints }, signer);
};

const edited = (event: string): string => event.replace("Сәрсенова", "Сарсенова");

describe("a finding", () => {
  it("names an event that was edited; the seals prove all others", async () => {
    const { findings, proven } = await verify(log.events, (lines) => {
      const line = lines[17] as Buffer;
      lines[17] = Buffer.from(edited(line.toString()));
    });
    expect(findings).toEqual([{ code: "edited-event", params: { seq: 17 } }]);
    expect(proven?.size).toBe(EVENTS);
  });

  it("names the seal that an event rewritten with its hash does not fit, and what is proven before", async () => {
    const { findings, proven } = await verify(log.events.with(17, edited(log.events[17] as string)));
    expect(findings).toEqual([{ code: "forked", params: { seal: 4, from: 15, to: 19 } }]);
    expect(proven?.size).toBe(15);
  });

  it("names the place where an event is missing", async () => {
    const { findings } = await verify(log.events.toSpliced(17, 1));
    expect(findings).toContainEqual({ code: "out-of-order", params: { place: 17, seq: 18 } });
    expect(findings).toContainEqual({ code: "truncated", params: { events: EVENTS - 1, seal: 12, size: EVENTS } });
  });

  it("names the record whose state is not the one that the event gives the hash of", async () => {
    const event = (log.events[58] as string).replace("Name 58", "Name 85");
    const { findings } = await verify(log.events.with(58, event));
    expect(findings).toContainEqual({ code: "edited-state", params: { seq: 58, record: "account r-2" } });
  });

  it("names the record that does not go on from where it was left", async () => {
    const foreign = writeLog(EVENTS, (seq) => `Other ${seq}`)[59] as string;
    const { findings } = await verify(log.events.with(59, foreign));
    expect(findings).toContainEqual({ code: "broken-chain", params: { seq: 59, record: "account r-3" } });
  });

  it("is made where there is no seal at all", async () => {
    const folder = sealFolder(temporaryFolder("audit"));
    const { findings } = await verifyFiles(folder, { ...log, checkpoints: Buffer.alloc(0) }, signer);
    expect(findings.map(({ code }) => code)).toContain("unsealed");
  });
});

describe("events after the last seal", () => {
  it("are counted, and not proven", async () => {
    const longer = writeLog(EVENTS + 3);
    const { findings, events, proven } = await verify(longer);
    expect({ findings, events, sealed: proven?.size }).toEqual({ findings: [], events: EVENTS + 3, sealed: EVENTS });
  });

  it("may end in a write that was never acknowledged", async () => {
    const cut = (lines: Buffer[]): void => {
      lines[EVENTS + 2] = (lines[EVENTS + 2] as Buffer).subarray(0, 100);
    };
    const { findings, events, torn } = await verify(writeLog(EVENTS + 3), cut);
    expect({ findings, events, torn }).toEqual({ findings: [], events: EVENTS + 2, torn: true });
  });

  it("may not hold an unreadable event before one that was written later", async () => {
    const spoil = (lines: Buffer[]): void => {
      lines[EVENTS] = Buffer.from(edited((lines[EVENTS] as Buffer).toString()));
    };
    const { findings, torn } = await verify(writeLog(EVENTS + 4), spoil);
    expect({ findings, torn }).toEqual({ findings: [{ code: "edited-event", params: { seq: EVENTS } }], torn: false });
  });
});
