import { readFileSync } from "node:fs";
import request from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { examineRuleSet } from "../../engine/index.ts";
import { publishAdopted } from "../../server/adoption/published-in-store.ts";
import { findingsOf } from "../../server/workspace/checker/findings-of.ts";
import { draftOf, keepDraft, withPodcast } from "../adoption/drafts.ts";
import { createDraftSite, type DraftSite } from "./draft-site.ts";

/** A rule set that takes the checker long, and one more each time: no text is checked twice. */
const slow = (norm: number): string => {
  const ruleSet = JSON.parse(
    readFileSync(new URL("../regimes/australia/rule-set.json", import.meta.url), "utf8"),
  ) as Record<string, unknown>;
  return JSON.stringify({ ...ruleSet, examples: [], retention: { years: norm } });
};

let site: DraftSite;
beforeAll(async () => {
  site = await createDraftSite();
  await publishAdopted(site.services.store, site.services.rules);
}, 60_000);
afterAll(() => site.services.store.close());

describe("a slow check of a draft", { timeout: 60_000 }, () => {
  it("keeps no other request waiting", async () => {
    await keepDraft(site.services.store, "slow", draftOf(slow(1)));
    const began = performance.now();
    let checked = 0;
    const page = site.editor.get("/en/workspace/slow").then((answer) => {
      checked = performance.now() - began;
      return answer;
    });
    const waits: number[] = [];
    while (checked === 0) {
      const asked = performance.now();
      expect((await request(site.app).get("/api/v1/rule-sets")).status).toBe(200);
      waits.push(performance.now() - asked);
    }
    expect((await page).status).toBe(200);
    expect(waits.length).toBeGreaterThan(2);
    expect(Math.max(...waits)).toBeLessThan(checked / 2);
  });

  it("is made once for those who ask for it at the same time", async () => {
    const [one, other] = [findingsOf(slow(2)), findingsOf(slow(2))];
    expect(one).toBe(other);
    expect(await one).toEqual(examineRuleSet(slow(2)).findings);
  });

  it("is of the text that is shown: a save is followed by its own findings", async () => {
    await keepDraft(site.services.store, "podcast", draftOf(withPodcast()));
    const address = "/en/workspace/podcast";
    expect((await site.editor.get(address)).text).toContain("No errors were found");
    const { version } = await site.draft("podcast");
    const text = withPodcast().replace('"weight": 2', '"weight": -2');
    const sent = { version: String(version), submission: "minus", text };
    expect((await site.editor.post(`${address}/json`, sent, `${address}/json`)).status).toBe(303);
    expect((await site.editor.get(address)).text).toContain("edit/forms/short-programme");
    expect((await site.editor.get(address)).text).not.toContain("No errors were found");
  });
});
