import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashOf } from "../../engine/hash.ts";
import { adoptedSets } from "../../server/adoption/adopted-sets.ts";
import { AdoptionRefused } from "../../server/adoption/adoption-refused.ts";
import { approve } from "../../server/adoption/approve.ts";
import { editDraft } from "../../server/adoption/edit-draft.ts";
import { submit } from "../../server/adoption/submit.ts";
import { changeOf, takeStep } from "../../server/adoption/take-step.ts";
import type { Store } from "../../server/store/store.ts";
import { openTemporaryStore } from "../server/temporary-store.ts";
import { changed, draftOf, EDITOR, keepDraft, person, withPodcast } from "./drafts.ts";

const AT = "2026-11-23T05:00:00.000Z";
const DAY = "2026-11-23";
const QUORUM = 3;
let store: Store;

beforeAll(async () => {
  ({ store } = await openTemporaryStore());
});
afterAll(() => store.close());

const submitted = (id: string): Promise<void> =>
  submit(store, id, {
    by: EDITOR,
    at: AT,
    day: DAY,
    quorum: QUORUM,
    members: 40,
    submission: `submit-${Math.random()}`,
  });

const approval = async (id: string, name: string, sha256: string): Promise<void> => {
  try {
    await approve(store, id, { by: person(name), submission: `${id}-${name}-${sha256}`, sha256, at: AT, day: DAY });
  } catch (error) {
    if (!(error instanceof AdoptionRefused)) throw error;
  }
};

const edit = async (id: string, weight: number): Promise<void> => {
  const text = changed((set) => {
    set.forms.at(-1).weight = weight;
  }, withPodcast());
  try {
    await takeStep(store, id, { action: "draft.save", by: EDITOR, submission: `${id}-edit-${weight}` }, (draft) =>
      changeOf(draft, editDraft(draft.state, { text }, EDITOR)),
    );
    await submitted(id);
  } catch (error) {
    if (!(error instanceof AdoptionRefused)) throw error;
  }
};

/** Reads what there is to approve, and approves it a moment later; tries again where it was edited meanwhile. */
async function member(id: string, at: number): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    await setTimeout((at * 37) % 90);
    const read = (await store.draft(id))?.state.review?.sha256;
    await setTimeout((at * 17) % 30);
    if (read) await approval(id, `member-${at}`, read);
  }
}

/** Thirty-two people at once: approvals, and edits in between. */
async function everybodyAtOnce(id: string, round: number): Promise<void> {
  await Promise.all(
    Array.from({ length: 32 }, (_, at) => (at % 11 === 10 ? edit(id, 100 * round + at) : member(id, at))),
  );
}

describe("approvals and edits at once", { timeout: 60_000 }, () => {
  it("never adopt a set whose hash the quorum did not approve", async () => {
    await keepDraft(store, "first", draftOf(withPodcast()));
    for (let round = 0; round < 4; round++) {
      const id = `draft-${round}`;
      await keepDraft(store, id, draftOf(withPodcast(), { basedOn: (await newest())?.ruleSet ?? null }));
      await submitted(id);
      await everybodyAtOnce(id, round);
    }
    const adopted = (await adoptedSets(store)).filter(({ adoptedOn }) => adoptedOn !== null);
    expect(adopted.length).toBeGreaterThan(1);
    for (const { ruleSet: id, text, draft: draftId } of adopted) {
      const draft = await store.draft(draftId ?? "");
      const approvals = draft?.state.review?.approvals.filter(({ sha256 }) => sha256 === id) ?? [];
      expect(hashOf(JSON.parse(text))).toBe(id);
      expect(new Set(approvals.map(({ by }) => by.account)).size).toBeGreaterThanOrEqual(QUORUM);
      expect(approvals.some(({ by }) => by.account === EDITOR.account)).toBe(false);
    }
  });

  it("let one of two drafts for one year through, and send the other to be rebased", async () => {
    const base = (await newest())?.ruleSet ?? null;
    const other = (weight: number): string =>
      changed((set) => {
        set.forms[0].weight = weight;
      }, withPodcast());
    await keepDraft(store, "one", draftOf(other(4), { basedOn: base }));
    await keepDraft(store, "other", draftOf(other(5), { basedOn: base }));
    await Promise.all([submitted("one"), submitted("other")]);
    const hash = async (id: string): Promise<string> => (await store.draft(id))?.state.review?.sha256 ?? "";
    const [one, another] = [await hash("one"), await hash("other")];
    await Promise.all(
      ["a", "b", "c"].flatMap((name) => [approval("one", name, one), approval("other", name, another)]),
    );
    const statuses = await Promise.all(["one", "other"].map(async (id) => (await store.draft(id))?.state.status));
    expect(statuses.sort()).toEqual(["adopted", "in-review"]);
    const places = (await adoptedSets(store)).map(({ effectiveYear, revision }) => `${effectiveYear}/${revision}`);
    expect(new Set(places).size).toBe(places.length);
  });
});

const newest = async () => (await adoptedSets(store)).at(-1);
