import { describe, expect, it } from "vitest";
import { hashOf } from "../../engine/hash.ts";
import type { AdoptedSet } from "../../server/adoption/adopted-sets.ts";
import { adoptionOfDraft } from "../../server/adoption/adoption-of-draft.ts";
import { approveDraft } from "../../server/adoption/approve-draft.ts";
import { editDraft } from "../../server/adoption/edit-draft.ts";
import { effectiveYearOf } from "../../server/adoption/effective-year.ts";
import { passGate } from "../../server/adoption/gate.ts";
import { liftObjection, objectToDraft } from "../../server/adoption/object-to-draft.ts";
import { rebaseDraft } from "../../server/adoption/rebase-draft.ts";
import { isCarried, reviewOf } from "../../server/adoption/review.ts";
import { submitDraft } from "../../server/adoption/submit-draft.ts";
import { withdrawDraft } from "../../server/adoption/withdraw-draft.ts";
import type { RecordChange } from "../../server/store/change.ts";
import type { Actor, Draft, Stored } from "../../server/store/records.ts";
import { ADOPTED, changed, draftOf, EDITOR, MEMBERS, person, withPodcast } from "./drafts.ts";

const [FIRST, SECOND, THIRD, FOURTH] = MEMBERS as [Actor, Actor, Actor, Actor];
const AT = "2026-11-23T05:00:00.000Z";
const submission = { by: EDITOR, at: AT, day: "2026-11-23", adopted: [ADOPTED], quorum: 2, members: 4 };
const inReview = (given: Partial<Draft> = {}): Draft => submitDraft(draftOf(withPodcast(), given), submission);
const approved = (draft: Draft, ...members: Actor[]): Draft =>
  members.reduce((so, member) => approveDraft(so, member, AT, reviewOf(draft).sha256), draft);
const stored = (state: Draft): Stored<Draft> => ({ id: "d1", version: 3, state });
/** The set that the records of an adoption hold. */
function adoptedBy(records: readonly RecordChange[]): AdoptedSet {
  const [text] = records.flatMap((record) => (record.kind === "rule-set" && record.state ? [record.state.text] : []));
  const [adoption] = records.flatMap((record) => (record.kind === "adoption" && record.state ? [record.state] : []));
  if (text === undefined || !adoption) throw new Error("nothing was adopted");
  return { ...adoption, text };
}
const norm = (points: number): string =>
  changed((ruleSet) => {
    ruleSet.amounts.find(({ id }: { id: string }) => id === "norm").value = points;
    ruleSet.examples = [];
  });

describe("the day of adoption fixes the year (clause 10.2)", () => {
  it.each([
    ["2026-12-31", 2027],
    ["2027-01-01", 2028],
  ])("adopted on %s: in force from 1 January %i", (day, year) => expect(effectiveYearOf(day)).toBe(year));

  it("stamps the draft when it is submitted, whatever it said", () => {
    const draft = submitDraft(
      draftOf(changed((set) => Object.assign(set, { effectiveYear: 2030, revision: 7 }), withPodcast())),
      submission,
    );
    expect(JSON.parse(draft.text)).toMatchObject({ effectiveYear: 2027, revision: 1 });
  });

  it("does not adopt after its year has turned", () => {
    const draft = stored(approved(inReview(), FIRST, SECOND));
    expect(() => adoptionOfDraft(draft, [ADOPTED], "2027-01-01")).toThrow("year-has-turned");
    expect(adoptionOfDraft(draft, [ADOPTED], "2026-12-31")).toHaveLength(3);
  });
});

describe("submission", () => {
  it("is refused while the checker finds an error", () => {
    const broken = draftOf(changed((set) => set.requirements.pop()));
    expect(() => submitDraft(broken, submission)).toThrow("has-errors");
  });

  it("is refused while an example fails", () => {
    const text = changed((set) => {
      set.amounts.find(({ id }: { id: string }) => id === "norm").value = 12;
    });
    expect(() => submitDraft(draftOf(text), submission)).toThrow("has-errors");
  });

  it.each([
    ["no JSON", "{ not JSON"],
    ["no rule set", "[]"],
    ["a text that says something twice", withPodcast().replace('"forms": [', '"forms": [],\n  "forms": [')],
  ])("is refused to %s", (_, text) => {
    expect(() => submitDraft(draftOf(text), submission)).toThrow("has-errors");
  });

  it("puts the very text before the members that passed the gate", () => {
    const { text, review } = submitDraft(draftOf(withPodcast()), submission);
    expect(passGate(text)).toBe(review?.sha256);
    expect(hashOf(JSON.parse(text))).toBe(review?.sha256);
  });

  it("is refused where nothing would change", () => {
    expect(() => submitDraft(draftOf(ADOPTED.text), submission)).toThrow("nothing-changed");
  });

  it("is refused on a set that has been followed already", () => {
    const first = adoptionOfDraft(stored(approved(inReview(), FIRST, SECOND)), [ADOPTED], "2026-11-24");
    const newest = adoptedBy(first);
    const adopted = [ADOPTED, newest];
    const second = draftOf(norm(12));
    expect(() => submitDraft(second, { ...submission, adopted })).toThrow("old-base");

    const { draft, conflicts } = rebaseDraft(second, ADOPTED, newest);
    expect(conflicts).toEqual([]);
    const resubmitted = submitDraft(draft, { ...submission, adopted });
    const text = JSON.parse(resubmitted.text);
    expect(text).toMatchObject({ effectiveYear: 2027, revision: 2 });
    expect(text.forms.some(({ id }: { id: string }) => id === "podcast")).toBe(true);
    expect(text.amounts[0].value).toBe(12);
  });
});

describe("approval", () => {
  it("adopts with the quorum, and the adopted set has the hash that was approved", () => {
    const draft = approved(inReview(), FIRST);
    expect(isCarried(reviewOf(draft))).toBe(false);
    const carried = approved(draft, SECOND);
    expect(isCarried(reviewOf(carried))).toBe(true);
    const adopted = adoptedBy(adoptionOfDraft(stored(carried), [ADOPTED], "2026-11-24"));
    expect(adopted).toMatchObject({ ruleSet: reviewOf(draft).sha256, effectiveYear: 2027, adoptedOn: "2026-11-24" });
  });

  it("is refused to whoever wrote in the draft, twice, and for another text", () => {
    const draft = inReview({ authors: [EDITOR, FIRST] });
    expect(() => approved(draft, FIRST)).toThrow("own-draft");
    expect(() => approved(draft, SECOND, SECOND)).toThrow("approved-already");
    expect(() => approveDraft(draft, SECOND, AT, "0".repeat(64))).toThrow("another-text");
  });

  it("is void after any edit, and the draft has to be submitted again", () => {
    const edited = editDraft(approved(inReview(), FIRST), { text: norm(11) }, THIRD);
    expect(edited).toMatchObject({ status: "draft", review: null });
    expect(edited.authors).toEqual([EDITOR, THIRD]);
    expect(() => approveDraft(edited, SECOND, AT, "0".repeat(64))).toThrow("not-in-review");
  });
});

it("a change of the title voids approvals like any edit, and makes its author one of the draft's", () => {
  const renamed = editDraft(approved(inReview(), FIRST), { title: "Podcasts count" }, THIRD);
  expect(renamed).toMatchObject({ title: "Podcasts count", status: "draft", review: null, authors: [EDITOR, THIRD] });
  expect(editDraft(renamed, { title: "Podcasts count" }, SECOND)).toBe(renamed);
});

describe("an objection", () => {
  const objected = objectToDraft(inReview(), FOURTH, AT, "Podcasts prove nothing");

  it("blocks until its author lifts it", () => {
    const carried = approved(objected, FIRST, SECOND);
    expect(isCarried(reviewOf(carried))).toBe(false);
    expect(() => liftObjection(carried, THIRD, AT)).toThrow("no-objection");
    expect(isCarried(reviewOf(liftObjection(carried, FOURTH, AT)))).toBe(true);
  });

  it("is outvoted by two thirds of all members", () => {
    expect(isCarried(reviewOf(approved(objected, FIRST, SECOND, THIRD)))).toBe(true);
  });

  it("takes the place of the member's approval and needs a reason", () => {
    const draft = objectToDraft(approved(inReview(), FIRST), FIRST, AT, "On second thoughts");
    expect(reviewOf(draft).approvals).toEqual([]);
    expect(() => objectToDraft(inReview(), FIRST, AT, "  ")).toThrow("no-reason");
    expect(() => approved(draft, FIRST)).toThrow("objected-already");
  });

  it("of as many members as would have to approve rejects the draft", () => {
    expect(objectToDraft(objected, THIRD, AT, "Nor to me").status).toBe("rejected");
  });
});

describe("rebasing", () => {
  const podcastAdopted = { ...ADOPTED, ruleSet: "p", effectiveYear: 2027, text: withPodcast() };

  it("keeps the draft's where both changed the same, and names the place", () => {
    const weight = (points: number): string =>
      changed((set) => {
        set.forms.find(({ id }: { id: string }) => id === "seminar").weight = points;
      });
    const adopted = { ...podcastAdopted, text: weight(3) };
    const { draft, conflicts } = rebaseDraft(draftOf(weight(4)), ADOPTED, adopted);
    expect(conflicts).toEqual(["/forms/seminar/weight"]);
    expect(draft.text).toContain('"weight": 4');
  });

  it("lets a form stay away that the draft retired", () => {
    const retired = changed((set) => {
      set.forms = set.forms.filter(({ id }: { id: string }) => id !== "article");
    });
    const { draft } = rebaseDraft(draftOf(retired), ADOPTED, podcastAdopted);
    const ids = JSON.parse(draft.text).forms.map(({ id }: { id: string }) => id);
    expect(ids).toContain("podcast");
    expect(ids).not.toContain("article");
  });
});

it("a draft is withdrawn with a reason, and stays as it was", () => {
  const withdrawn = withdrawDraft(inReview(), "Not this year");
  expect(withdrawn).toMatchObject({ status: "withdrawn", ending: "Not this year" });
  expect(() => editDraft(withdrawn, { text: norm(11) }, person("x"))).toThrow("not-a-draft");
  expect(() => approved(withdrawn, FIRST)).toThrow("not-in-review");
});

it("a clerical error is mended by the next revision of the same year, whatever came after it", () => {
  const later = { ...ADOPTED, ruleSet: "later", effectiveYear: 2025, text: "{}" };
  const correction = draftOf(withPodcast(), { correction: "The podcast was left out by mistake" });
  const draft = submitDraft(correction, { ...submission, adopted: [ADOPTED, later] });
  expect(JSON.parse(draft.text)).toMatchObject({ effectiveYear: 2022, revision: 2 });
});
