import { beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../server/store/open-store.ts";
import type { LookingBack, Stored } from "../../server/store/records.ts";
import { qagida } from "../cli/qagida.ts";
import { makeSmallCountry } from "./country-site.ts";

const OFFICER = "zkp-01";

let folder: string;
beforeAll(async () => {
  folder = await makeSmallCountry();
}, 120_000);

const reevaluate = (...args: string[]) => qagida(["reevaluate", ...args], "", { QAGIDA_DATA: folder });

async function kept(): Promise<Stored<LookingBack>[]> {
  const store = await openStore({ dataFolder: folder, databaseUrl: null, now: () => new Date() });
  const all = await store.lookingsBack();
  await store.close();
  return all;
}

async function officersChamber(): Promise<string> {
  const store = await openStore({ dataFolder: folder, databaseUrl: null, now: () => new Date() });
  const officer = await store.accountNamed(OFFICER);
  await store.close();
  return officer?.state.grants.find(({ role }) => role === "officer")?.chamber ?? "";
}

describe("qagida reevaluate --keep", { timeout: 60_000 }, () => {
  it("keeps what making the decisions again came to, and says where it is", async () => {
    const { code, stdout, stderr } = await reevaluate("--keep", "auditor", "--note", "Жылдық тексеру");
    expect({ code, stderr: stderr.replace(/[0-9a-f]{16}/, "ID").trim() }).toEqual({
      code: 0,
      stderr: "Kept: /en/looking-back/kept/ID",
    });
    const [one, ...others] = await kept();
    if (!one) throw new Error("nothing was kept");
    expect(others).toEqual([]);
    expect(stderr).toContain(one.id);
    expect(one.state).toMatchObject({ asked: { kind: "reproduce" }, chamber: null, note: "Жылдық тексеру" });
    const { decisions } = (one.state.figures as { reproduced: { decisions: number } }).reproduced;
    expect(stdout).toContain(`All ${decisions} decisions are the same`);
  });

  it("keeps it for a chamber in the name of its officer, and of no other", async () => {
    const chamber = await officersChamber();
    const way = ["--as-known-on", "2024-02-01", "--keep", OFFICER];
    expect((await reevaluate(...way, "--chamber", chamber)).code).toBe(0);
    const other = chamber === "astana" ? "almaty-city" : "astana";
    for (const scope of [[], ["--chamber", other], ["--chamber", chamber, other]]) {
      const { code, stderr } = await reevaluate(...way, ...scope);
      expect(code).toBe(2);
      expect(stderr).toContain("no open account “zkp-01”");
    }
    expect((await kept()).filter(({ state }) => state.chamber === chamber)).toHaveLength(1);
  });

  it("keeps nothing in the name of an administrator, or of nobody", async () => {
    const before = await kept();
    for (const login of ["administrator", "nobody"]) expect((await reevaluate("--keep", login)).code).toBe(2);
    expect(await kept()).toEqual(before);
  });
});
