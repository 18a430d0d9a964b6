import request from "supertest";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hashOf } from "../../engine/hash.ts";
import { publishAdopted } from "../../server/adoption/published-in-store.ts";
import type { Account, Draft, Grant, Stored } from "../../server/store/records.ts";
import { changed, draftOf, keepDraft, person, withPodcast } from "../adoption/drafts.ts";
import { signIn, type Visitor } from "../server/visitor.ts";
import { createDraftSite, type DraftSite } from "./draft-site.ts";
import { formIn } from "./html-form.ts";

/** A draft whose example fails. */
const FAILING = changed((set) => {
  set.amounts.find(({ id }: { id: string }) => id === "norm").value = 12;
}, withPodcast());
/** A draft that passes the gate. */
const SOUND = changed((set) => Object.assign(set.forms.at(-1), { weight: 2 }), withPodcast());
const AT = "2025-03-20T05:00:00.000Z";

let site: DraftSite;
let members: [Visitor, Visitor];
let id: string;
let address: string;
let drafts = 0;

async function newcomer(name: string, ...grants: Grant[]): Promise<Visitor> {
  const state: Account = { login: name, name, grants, closed: false };
  const records = [{ kind: "account", id: name, from: 0, state } as const];
  await site.services.store.commit({ action: "account.invite", by: { account: null, name: "test" }, records });
  return signIn(site.app, site.services, { id: name, version: 1, state } satisfies Stored<Account>);
}

beforeAll(async () => {
  site = await createDraftSite();
  await publishAdopted(site.services.store, site.services.rules);
  members = [await newcomer("first", { role: "member" }), await newcomer("second", { role: "member" })];
}, 60_000);
afterAll(() => site.services.store.close());

async function begin(text: string, given: Partial<Draft> = {}): Promise<void> {
  id = `way-${++drafts}`;
  address = `/en/workspace/${id}`;
  const basedOn = site.services.rules.published.at(-1)?.sha256 ?? null;
  await keepDraft(site.services.store, id, draftOf(text, { basedOn, ...given }));
}
beforeEach(() => begin(SOUND));

const stateNow = async (): Promise<Draft> => (await site.draft(id)).state;
const post = (visitor: Visitor, deed: string, fields: Record<string, string>) =>
  visitor.post(
    `${address}/review/${deed}`,
    { submission: `${id}-${deed}-${Math.random()}`, ...fields },
    `${address}/review`,
  );
const approve = async (visitor: Visitor, sha256?: string) =>
  post(visitor, "approve", { sha256: sha256 ?? (await stateNow()).review?.sha256 ?? "" });
const adopted = async (): Promise<number> =>
  (await site.services.store.adoptions()).filter(({ state }) => state.draft === id).length;

describe("nobody enters the year from which a set is in force", { timeout: 60_000 }, () => {
  const FORGED = {
    effectiveYear: "2031",
    revision: "9",
    day: "2030-12-31",
    at: "2030-12-31T00:00:00.000Z",
    today: "2030-12-31",
  };

  it("by what is sent with the submission or an approval", async () => {
    await begin(withPodcast());
    expect((await post(site.editor, "submit", { ...FORGED, quorum: "1", members: "1" })).status).toBe(303);
    const { text, review } = await stateNow();
    expect(JSON.parse(text)).toMatchObject({ effectiveYear: 2026, revision: 1 });
    expect(review).toMatchObject({ quorum: 2, members: 3 });
    const sha256 = review?.sha256 ?? "";
    for (const member of members) expect((await post(member, "approve", { ...FORGED, sha256 })).status).toBe(303);
    const [adoption] = (await site.services.store.adoptions()).filter(({ state }) => state.draft === id);
    expect(adoption?.state).toMatchObject({ effectiveYear: 2026, revision: 1, adoptedOn: "2025-03-20" });
  });

  it("by a form of the editor, nor by its JSON, nor as a file", async () => {
    const page = (await site.editor.get(`${address}/edit/about`)).text;
    const about = new URLSearchParams(formIn(page, 'id="part"').press("save"));
    about.set("/effectiveYear", "2031");
    about.set("/revision", "9");
    await site.editor.postAsIs(`${address}/edit/about`, about.toString());
    expect(JSON.parse((await stateNow()).text)).toMatchObject({ effectiveYear: 2022, revision: 1 });

    const claims = changed((set) => Object.assign(set, { effectiveYear: 2031, revision: 9 }), withPodcast());
    const json = formIn((await site.editor.get(`${address}/json`)).text, 'name="text"');
    json.fill("text", claims);
    await site.editor.postAsIs(json.action, json.press(""));
    expect(JSON.parse((await stateNow()).text)).toMatchObject({ effectiveYear: 2022, revision: 1 });

    const upload = formIn((await site.editor.get(`${address}/json`)).text, 'name="file"');
    const fields = Object.fromEntries(["csrf", "version", "submission"].map((name) => [name, upload.value(name)]));
    await site.editor.postFile(upload.action, fields, { name: "rules.json", content: claims });
    expect(JSON.parse((await stateNow()).text)).toMatchObject({ effectiveYear: 2022, revision: 1 });
  });
});

describe("nobody goes around the gate", { timeout: 60_000 }, () => {
  it("by submitting what fails, whatever is sent with it", async () => {
    await begin(FAILING);
    for (const forged of [{}, { text: SOUND }, { sha256: hashOf(JSON.parse(FAILING)), force: "yes" }]) {
      expect((await post(site.editor, "submit", forged)).status).toBe(409);
    }
    expect(await stateNow()).toMatchObject({ status: "draft", review: null });
  });

  it("by approving what has not been submitted, or another text than the one in review", async () => {
    expect((await approve(members[0], hashOf(JSON.parse(SOUND)))).status).toBe(409);
    await post(site.editor, "submit", {});
    for (const sha256 of ["", "0".repeat(64), hashOf(JSON.parse(FAILING))])
      expect((await approve(members[0], sha256)).status).toBe(409);
    expect((await stateNow()).review?.approvals).toEqual([]);
  });

  it("by a record that was written beside the procedure: its text passes the gate once more when it is adopted", async () => {
    const forged = (text: string, sha256: string): Partial<Draft> => ({
      status: "in-review",
      text,
      review: {
        submittedBy: person("nobody"),
        submittedAt: AT,
        sha256,
        quorum: 1,
        members: 1,
        approvals: [],
        objections: [],
      },
    });
    const stamped = (text: string): string => {
      const places = site.services.rules.published.filter(({ effectiveYear }) => effectiveYear === 2026);
      const revision = 1 + Math.max(0, ...places.map(({ ruleSet }) => ruleSet.revision));
      return changed((set) => Object.assign(set, { effectiveYear: 2026, revision }), text);
    };
    const failing = stamped(FAILING);
    await begin(failing, forged(failing, hashOf(JSON.parse(failing))));
    const refused = await approve(members[0]);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("checker finds");
    expect(await adopted()).toBe(0);

    const sound = stamped(SOUND);
    await begin(sound, forged(sound, hashOf(JSON.parse(failing))));
    expect((await approve(members[0])).status).toBe(409);
    expect(await adopted()).toBe(0);
  });

  it("by an address of its own: there is none that adopts, and the API keeps nothing", async () => {
    await post(site.editor, "submit", {});
    for (const deed of ["adopt", "restamp", "publish", "in-review"])
      expect((await post(members[0], deed, { sha256: (await stateNow()).review?.sha256 ?? "" })).status, deed).toBe(
        404,
      );
    for (const method of ["post", "put", "patch", "delete"] as const)
      for (const path of ["/api/v1/rule-sets", "/api/v1/rule-sets/2026", "/api/v1/drafts"])
        expect((await request(site.app)[method](path).send(JSON.parse(withPodcast()))).status, path).toBeGreaterThan(
          403,
        );
    expect(await adopted()).toBe(0);
  });

  it("by an edit after the approvals: of the text, or of the title", async () => {
    const sendForm = async (path: string, mark: string, button: string, fields: Record<string, string>) => {
      const form = formIn((await site.editor.get(address + path)).text, mark);
      const sent = new URLSearchParams(form.press(button));
      for (const [name, value] of Object.entries(fields)) sent.set(name, value);
      expect((await site.editor.postAsIs(form.action, sent.toString())).status, path).toBe(303);
    };
    const edits = [
      () => sendForm("/edit/forms/podcast", 'id="part"', "save", { "/weight": "3" }),
      () => sendForm("/title", 'name="title"', "", { title: "Another title" }),
    ];
    for (const edit of edits) {
      expect((await post(site.editor, "submit", {})).status).toBe(303);
      const { sha256 = "" } = (await stateNow()).review ?? {};
      expect((await approve(members[0])).status).toBe(303);
      await edit();
      expect(await stateNow()).toMatchObject({ status: "draft", review: null });
      expect((await approve(members[1], sha256)).status).toBe(409);
    }
    expect(await adopted()).toBe(0);
  });
});
