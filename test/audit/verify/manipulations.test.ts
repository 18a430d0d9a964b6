import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { sealFolder } from "../../../server/audit/seals/seal-folder.ts";
import { temporaryFolder } from "../../temporary-folder.ts";
import { SHOWN_BY_COPY, SHOWN_BY_SEALS, type Signers } from "./manipulations.ts";
import { EVENTS, newSigner, type SealedLog, sealedLog, verifyFiles } from "./sealed-log.ts";

const MANIPULATIONS = 1_000;
const BY_SEALS = Object.entries(SHOWN_BY_SEALS);
const BY_COPY = Object.entries(SHOWN_BY_COPY);

let signers: Signers;
let log: SealedLog;
const folder = async () => sealFolder(temporaryFolder("audit"));

beforeAll(async () => {
  signers = { own: await newSigner(), stranger: await newSigner() };
  log = await sealedLog(signers.own);
});

describe("a sealed log", () => {
  it("raises no alarm where nobody touched it", async () => {
    const verified = await verifyFiles(await folder(), log, signers.own, log.checkpoints);
    expect(verified).toMatchObject({ events: EVENTS, seals: 12, findings: [], found: 0, torn: false });
    expect(verified.proven?.size).toBe(EVENTS);
  });

  it.each([
    ["the seals", BY_SEALS, false, MANIPULATIONS],
    ["seals that were kept elsewhere", BY_COPY, true, MANIPULATIONS / 4],
  ] as const)(
    "shows every manipulation by %s",
    async (_by, manipulations, withCopy, numRuns) => {
      const where = await folder();
      const found = new Map<string, number>();
      const chances = fc.noBias(fc.array(fc.nat(), { minLength: 4, maxLength: 4 }));
      await fc.assert(
        fc.asyncProperty(fc.nat({ max: manipulations.length - 1 }), chances, async (at, numbers) => {
          const [name, manipulate] = manipulations[at] as (typeof manipulations)[number];
          let drawn = 0;
          const manipulated = await manipulate(log, (limit) => (numbers[drawn++] as number) % limit, signers);
          const verified = await verifyFiles(where, manipulated, signers.own, withCopy ? log.checkpoints : null);
          expect(verified.found, name).toBeGreaterThan(0);
          found.set(name, (found.get(name) ?? 0) + 1);
        }),
        { numRuns },
      );
      expect([...found.values()].reduce((sum, one) => sum + one, 0)).toBe(numRuns);
      expect(found.size).toBe(manipulations.length);
    },
    120_000,
  );
});
