import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES } from "../../server/language/languages.ts";
import { recordsOf } from "../../server/store/records-of.ts";
import { changed } from "../adoption/drafts.ts";
import type { Visitor } from "../server/visitor.ts";
import { type CountrySite, createCountrySite } from "./country-site.ts";

let site: CountrySite;
let auditor: Visitor;
let decisions = 0;

beforeAll(async () => {
  site = await createCountrySite();
  auditor = await site.as("auditor");
  const stricter = changed((set) => {
    set.amounts.find(({ id }: { id: string }) => id === "norm").value = 14;
    set.examples = [];
  });
  await site.keepDraft("stricter", stricter);
  for await (const { kind } of recordsOf(site.services.store)) if (kind === "decision") decisions++;
}, 120_000);
afterAll(() => site.services.store.close());

async function whole(path: string): Promise<string> {
  for (;;) {
    const { text, headers } = await auditor.get(path).expect(200);
    if (!headers.refresh) return text;
  }
}

describe("looking back", () => {
  it.each(LANGUAGES)("offers its three ways in %s", async (language) => {
    const { text } = await auditor.get(`/${language}/looking-back`).expect(200);
    for (const way of ["reproduce", "what-if", "known"]) expect(text).toContain(`/${language}/looking-back/${way}`);
  });

  it("makes every decision again and says that all are the same", async () => {
    const text = await whole("/en/looking-back/reproduce");
    expect(text).toContain(`<h1>All ${decisions} decisions are the same, byte for byte.</h1>`);
  });

  it("decides the same cases under an adopted set: nothing changes", async () => {
    await auditor
      .get("/en/looking-back/what-if?set=2022-1")
      .expect(303)
      .expect("location", "/en/looking-back/what-if/2022-1");
    expect(await whole("/en/looking-back/what-if/2022-1")).toMatch(
      /None of \d+ decided reports would come to another outcome\./,
    );
  });

  it("decides them under a draft, and opens both decisions", async () => {
    const text = await whole("/en/looking-back/what-if/stricter?year=2023");
    const [, path = ""] = /href="([^"]*what-if\/stricter\/[^"]+\/2023\/c-\d+)"/.exec(text) ?? [];
    const { text: both } = await auditor.get(path).expect(200);
    expect(both).toContain("<ins>14</ins>");
  });

  it("decides them by what was known on a day: that of a report's last day is pending before it", async () => {
    await auditor
      .get("/ru/looking-back/known?day=01.02.2024")
      .expect(303)
      .expect("location", "/ru/looking-back/known/2024-02-01");
    const text = await whole("/en/looking-back/known/2024-02-01?year=2023&flow=unfulfilled>pending");
    expect(text).toContain("Not yet due");
    await auditor.get("/kk/looking-back/known?day=31.02.2024").expect(422);
    await auditor.get("/kk/looking-back/known/2024-02-31").expect(404);
  });

  it("is stopped and begun anew by its reader", async () => {
    const page = "/en/looking-back/reproduce";
    const token = await auditor.formToken("/en/looking-back/reproduce");
    expect((await auditor.postAsIs(`${page}/stop?year=2022`, { csrf: token })).headers.location).toBe(
      `${page}?year=2022`,
    );
  });

  it("touches nothing that is recorded", async () => {
    const before = await site.services.store.head();
    await whole("/en/looking-back/reproduce?year=2024");
    await whole("/en/looking-back/known/2025-01-01");
    expect(await site.services.store.head()).toEqual(before);
  });
});
