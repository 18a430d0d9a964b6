import request from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishAdopted } from "../../server/adoption/published-in-store.ts";
import type { Account, Grant, Stored } from "../../server/store/records.ts";
import { keepDraft, draftOf as newDraftOf, withPodcast } from "../adoption/drafts.ts";
import { signIn, type Visitor } from "../server/visitor.ts";
import { createDraftSite, type DraftSite } from "./draft-site.ts";
import { formIn } from "./html-form.ts";

const REVIEW = "/en/workspace/podcast/review";
let site: DraftSite;
let editor: Visitor;
let members: Visitor[];
let editorWhoIsMember: Visitor;

/** Somebody new with these roles, signed in. */
async function newcomer(id: string, ...grants: Grant[]): Promise<Visitor> {
  const state: Account = { login: id, name: id, grants, closed: false };
  const records = [{ kind: "account", id, from: 0, state } as const];
  await site.services.store.commit({ action: "account.invite", by: { account: null, name: "test" }, records });
  return signIn(site.app, site.services, { id, version: 1, state } satisfies Stored<Account>);
}

beforeAll(async () => {
  site = await createDraftSite();
  const { store, rules } = site.services;
  await publishAdopted(store, rules);
  editor = site.editor;
  members = [await newcomer("first", { role: "member" }), await newcomer("second", { role: "member" })];
  editorWhoIsMember = await newcomer("both", { role: "editor" }, { role: "member" });
});
afterAll(() => site.services.store.close());

/** Presses the button of a form of the review, as the page shows it. */
async function press(visitor: Visitor, deed: string, fields: Record<string, string> = {}): Promise<number> {
  const { text } = await visitor.get(REVIEW);
  const form = formIn(text, `${REVIEW}/${deed}"`);
  const sent = Object.fromEntries(form.names().map((name) => [name, form.value(name)]));
  const { status } = await visitor.post(`${REVIEW}/${deed}`, { ...sent, ...fields }, REVIEW);
  return status;
}

const statusOf = async (): Promise<string> => (await site.draft("podcast")).state.status;

describe("a draft on its way to adoption", () => {
  it("shows what changes, in words, with the clauses", async () => {
    await keepDraft(site.services.store, "podcast", newDraftOf(withPodcast()));
    const { text } = await editor.get(REVIEW);
    expect(text).toContain("Legal podcast");
    expect(text).toContain("takes effect on 1 January 2026");
    expect(text).toContain("as expected");
  });

  it("is submitted by its editor, and approved by nobody who wrote in it", async () => {
    expect(await press(editor, "submit")).toBe(303);
    expect(await statusOf()).toBe("in-review");
    const edited = withPodcast().replace('"Legal podcast"', '"Podcast on the law"');
    const { version } = await site.draft("podcast");
    const fields = { version: String(version), submission: "edit", text: edited, do: "save" };
    await editorWhoIsMember.post("/en/workspace/podcast/json", fields, "/en/workspace/podcast/json");
    expect(await statusOf()).toBe("draft");
    expect(await press(editor, "submit")).toBe(303);

    const { text } = await editorWhoIsMember.get(REVIEW);
    expect(text).toContain("You took part in writing this draft");
    expect(text).not.toContain(`${REVIEW}/approve`);
    const sha256 = (await site.draft("podcast")).state.review?.sha256 ?? "";
    const { status } = await editorWhoIsMember.post(`${REVIEW}/approve`, { sha256, submission: "own" }, REVIEW);
    expect(status).toBe(409);
  });

  it("is not approved by an editor who is no member, nor for a text that has changed", async () => {
    expect((await editor.post(`${REVIEW}/approve`, { submission: "x" }, REVIEW)).status).toBe(403);
    const old = { sha256: "0".repeat(64), submission: "old" };
    const { status, text } = await (members[0] as Visitor).post(`${REVIEW}/approve`, old, REVIEW);
    expect(status).toBe(409);
    expect(text).toContain("The text that you read has changed since");
  });

  it("is ticked, objected to with a reason, and freed again", async () => {
    const [first] = members as [Visitor];
    expect(await press(first, "look", { looked: "yes" })).toBe(303);
    expect((await first.get(REVIEW)).text).toContain("1 member has looked at it");
    expect(await press(first, "object", { reason: " " })).toBe(409);
    expect(await press(first, "object", { reason: "Podcasts <b>prove</b> nothing" })).toBe(303);
    expect((await editor.get(REVIEW)).text).toContain("Podcasts &lt;b&gt;prove&lt;/b&gt; nothing");
    expect(await press(first, "lift")).toBe(303);
  });

  it("is adopted with the quorum, and public from the next 1 January on", async () => {
    for (const member of members) expect(await press(member, "approve")).toBe(303);
    expect(await statusOf()).toBe("adopted");
    expect((await editor.get(REVIEW)).text).toContain("in force from 1 January 2026");
    expect((await editor.get("/en/rules/2026")).text).toContain("Podcast on the law");
    expect((await editor.get("/en/rules/2025")).text).not.toContain("Podcast on the law");
    const { body } = await editor.get("/api/v1/rule-sets");
    expect(JSON.stringify(body)).toContain('"effectiveYear":2026');
  });

  it("earns its points in the year from which it is in force, and not in the one before", async () => {
    const decided = async (year: number) => {
      const activity = {
        id: "a",
        form: "podcast",
        title: "t",
        organizer: "o",
        from: `${year}-03-01`,
        to: `${year}-03-01`,
      };
      const theCase = {
        reportingYear: year,
        consultant: { id: "c", memberSince: "2019-01-01" },
        activities: [{ ...activity, evidence: [{ kind: "certificate", name: "c.pdf" }] }],
      };
      const asked = { case: theCase, asOf: `${year}-12-31` };
      const { body } = await request(site.app).post("/api/v1/evaluate").send(asked);
      return body.activities[0];
    };
    expect(await decided(2026)).toMatchObject({ credited: 1, reason: null });
    expect(await decided(2025)).toMatchObject({ credited: 0, reason: "unlisted-form" });
  });
});
