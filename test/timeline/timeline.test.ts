import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approve } from "../../server/adoption/approve.ts";
import { publishAdopted } from "../../server/adoption/published-in-store.ts";
import { submit } from "../../server/adoption/submit.ts";
import { createApp } from "../../server/app.ts";
import type { Services } from "../../server/services.ts";
import { draftOf, EDITOR, keepDraft, PUBLISHED_ID, person, RULES_2022, withPodcast } from "../adoption/drafts.ts";
import { accountOf, settle } from "../authorisation/people.ts";
import { createTestServices, plain } from "../server/site.ts";
import { signIn, type Visitor, visit } from "../server/visitor.ts";

const AT = "2025-03-20T05:00:00.000Z";
const DAY = "2025-03-20";
let services: Services;
let reader: Visitor;
let auditor: Visitor;

beforeAll(async () => {
  services = await createTestServices();
  const { store, rules } = services;
  await settle(store);
  await publishAdopted(store, rules);
  await keepDraft(store, "podcast", draftOf(withPodcast()));
  await keepDraft(store, "other", draftOf(withPodcast(), { title: "Another proposal" }));
  await submit(store, "podcast", { by: EDITOR, at: AT, day: DAY, quorum: 1, members: 1, submission: "s" });
  const sha256 = (await store.draft("podcast"))?.state.review?.sha256 ?? "";
  await approve(store, "podcast", { by: person("Aigerim"), submission: "a", sha256, at: AT, day: DAY });
  const app = createApp(services);
  reader = visit(app);
  const account = await store.account(accountOf("the auditor")?.id ?? "");
  if (!account) throw new Error("there is no auditor");
  auditor = await signIn(app, services, account);
});
afterAll(() => services.store.close());

describe("the Rules through the years", () => {
  it("show each set: since when it is known, who approved it, how it stands", async () => {
    const { text } = await reader.get("/en/timeline");
    expect(text).toContain("2022");
    expect(text).toContain("in force");
    expect(text).toContain("from 1 January 2026");
    expect(text).toContain("Approved by Aigerim");
    expect(text).toContain("Published with the program");
  });

  it("show on a day in the past what was known then", async () => {
    const { text } = await reader.get("/en/timeline?on=2025-03-19");
    expect(text).not.toContain("from 1 January 2026");
    expect((await reader.get("/en/timeline?on=2025-02-30")).text).toContain("Choose a day of the calendar");
  });

  it("compare two sets in words, and give each as text and as the file it was", async () => {
    const [, adopted] = await services.store.adoptions();
    const to = adopted?.state.ruleSet ?? "";
    const compared = await reader.get(`/en/timeline/compare?from=${PUBLISHED_ID}&to=${to}`);
    expect(compared.text).toContain("Legal podcast");
    expect((await reader.get(`/en/timeline/${to}`)).text).toContain("Legal podcast");
    const { text } = await reader.get(`/en/timeline/${PUBLISHED_ID}/json`);
    expect(text).toBe(RULES_2022);
    expect((await reader.get(`/en/timeline/${"0".repeat(64)}`)).status).toBe(404);
  });

  it("say for any year which set holds, as known on any day", async () => {
    const said = async (query: string): Promise<string> => {
      const { text } = await reader.get(`/en/timeline?${query}`);
      return plain(/class="timeline-verdict"[^>]*>([^<]*)</.exec(text)?.[1] ?? "");
    };
    const [before, after] = ["Rule set of 2022, revision 1.", "Rule set of 2026, revision 1."];
    expect(await said("year=2026&on=2025-03-19")).toBe(`For 2026, as known on 19 March 2025: ${before}`);
    expect(await said("year=2026&on=2025-03-20")).toBe(`For 2026, as known on 20 March 2025: ${after}`);
    expect(await said("year=2025")).toBe(`For 2025, as known on 20 March 2025: ${before}`);
    expect(await said("year=2021")).toContain("there are no rules in force");
    expect((await reader.get("/en/timeline?year=<b>")).text).toContain("Write the year in four digits");
  });

  it("say for which reporting years each set holds, and what changed with it", async () => {
    const { text } = await reader.get("/en/timeline");
    expect(text).toContain("Reporting years 2026 and later");
    expect(text).toContain("Reporting years 2022–2025");
    expect((await reader.get("/en/timeline?on=2025-03-19")).text).toContain("Reporting years 2022 and later");
    const [, adopted] = await services.store.adoptions();
    const set = (await reader.get(`/en/timeline/${adopted?.state.ruleSet}`)).text;
    expect(set).toContain("Reporting years 2026 and later");
    expect(set).toContain("Approved by Aigerim");
    expect(set).toMatch(/<h2 id="changes">What changed<\/h2>[\s\S]*Legal podcast[\s\S]*<\/section>/);
    expect(set).toContain(adopted?.state.ruleSet);
  });

  it("compare a draft too, for those who may read it", async () => {
    const address = `/en/timeline/compare?from=${PUBLISHED_ID}&to=draft-other`;
    expect((await auditor.get(address)).text).toContain("Legal podcast");
    expect((await reader.get(address)).status).toBe(404);
    expect((await reader.get("/en/timeline")).text).not.toContain("draft-other");
  });

  it("show drafts to those who may read them, and to nobody else", async () => {
    expect((await auditor.get("/en/timeline")).text).toContain("Another proposal");
    expect((await reader.get("/en/timeline")).text).not.toContain("Another proposal");
  });
});
