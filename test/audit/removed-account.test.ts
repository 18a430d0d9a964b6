import { beforeAll, describe, expect, it } from "vitest";
import { removeAccount } from "../../server/accounts/verbs/remove-account.ts";
import { treeOf } from "../../server/audit/merkle/tree-of.ts";
import { newCase, REPORT, record, seminars } from "../chamber/case-form.ts";
import { type ChamberSite, createChamberSite, OFFICER, SYSTEM } from "../chamber/chamber-site.ts";
import { plain } from "../server/site.ts";

const DECISION = "almaty-city/2024/c-00001/1";

describe("an account that was removed", () => {
  let site: ChamberSite;
  let before: { done: number[]; size: number; root: string };

  const doneByOfficer = async (): Promise<number[]> =>
    (await site.store.findEvents({ by: OFFICER.id, limit: 100 })).map(({ seq }) => seq);
  const rootOf = async (size: number): Promise<string> =>
    (await treeOf(site.store.events(0, size))).root().toString("hex");

  beforeAll(async () => {
    site = await createChamberSite();
    await record(site.officer, newCase("c-00001"), { ...seminars(5), ...REPORT });
    const { size } = await site.store.head();
    before = { done: await doneByOfficer(), size, root: await rootOf(size) };
    const officer = await site.store.account(OFFICER.id);
    if (officer) await removeAccount({ store: site.store, now: site.services.now, by: SYSTEM }, officer);
  });

  it("is gone with its password and its sessions", async () => {
    expect(await site.store.account(OFFICER.id)).toBeNull();
    expect(await site.store.credential(OFFICER.id)).toBeNull();
    expect(await site.store.sessionsOf(OFFICER.id)).toEqual([]);
    await site.officer.get("/en/chambers/almaty-city/2024").expect(303);
  });

  it("leaves every event of what it did, byte for byte", async () => {
    expect(before.done.length).toBeGreaterThan(1);
    expect(await doneByOfficer()).toEqual(before.done);
    expect(await rootOf(before.size)).toBe(before.root);
  });

  it("leaves what it recorded, under its name", async () => {
    const recorded = await site.store.decision(DECISION);
    expect(recorded?.state.recordedBy).toEqual({ account: OFFICER.id, name: OFFICER.state.name });
  });

  it("is still found by the auditor, by its id and its name", async () => {
    const { text } = await site.auditor.get(`/en/audit?by=${OFFICER.id}`).expect(200);
    expect(text).toContain("Decision recorded");
    expect(plain(text)).toContain(OFFICER.state.name);
    const [removal] = await site.store.findEvents({ action: "account.remove", limit: 1 });
    expect((await site.auditor.get(`/en/audit/${removal?.seq}`).expect(200)).text).toContain("removed");
  });
});
