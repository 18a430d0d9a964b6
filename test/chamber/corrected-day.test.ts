import { beforeAll, describe, expect, it } from "vitest";
import { decided, fillIn, record, YEAR } from "./case-form.ts";
import { type ChamberSite, createChamberSite } from "./chamber-site.ts";
import { recordSeminars } from "./year-site.ts";

const PAGE = `${YEAR}/c-00002/correct`;
const FIRST_DAY = "/activities/0/from";

describe("the first day of an activity in a correction", () => {
  let site: ChamberSite;
  beforeAll(async () => {
    site = await createChamberSite();
    await recordSeminars(site.services, "c-00002", "Болат Ахметов", 4);
  });

  it("is complained of where it is none", async () => {
    const form = await fillIn(site.officer, PAGE, { [FIRST_DAY]: "abc" });
    const { text } = await site.officer.postAsIs(PAGE, { ...form, do: "decide" }).expect(422);
    expect(text).toContain('<a href="#activities-0-from">');
  });

  it("is the one that was typed", async () => {
    await decided(site.officer, PAGE, { [FIRST_DAY]: "20.01.2024" });
    await record(site.officer, PAGE, { [FIRST_DAY]: "20.01.2024", reason: "The certificate says so" });
    const kept = await site.store.case("almaty-city/2024/c-00002");
    expect(kept?.state.content.activities[0]).toMatchObject({ from: "2024-01-20", to: "2024-01-20" });
  });
});
