import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkRuleSet } from "../../engine/index.ts";
import { publishAdopted } from "../../server/adoption/published-in-store.ts";
import { changed, draftOf, keepDraft, RULES_2022, withPodcast } from "../adoption/drafts.ts";
import { caseOf, recordSeminars } from "../chamber/year-site.ts";
import { plain } from "../server/site.ts";
import { createDraftSite, type DraftSite } from "./draft-site.ts";
import { formIn, type HtmlForm } from "./html-form.ts";

interface Example {
  id: string;
  name: Record<string, string>;
  case: Record<string, unknown>;
  expect: Record<string, unknown>;
}

/** What a recorded case holds of a person, and what it comes from: none of it may be left in an example. */
const SECRETS = {
  name: "Айгерім Сәрсенова",
  id: "c-00001",
  title: "Айгерім Сәрсенованың дәрісі",
  organizer: "Сәрсенова және серіктестері",
  file: "sarsenova-certificate.pdf",
  reference: "Хаттама № 77-САР",
  justification: "Сәрсенова дәріс оқыды",
  form: "Сәрсенова үйірмесі",
};

let site: DraftSite;
let address: string;
let drafts = 0;

beforeAll(async () => {
  site = await createDraftSite();
  const { store, rules } = site.services;
  await publishAdopted(store, rules);
}, 60_000);
afterAll(() => site.services.store.close());

async function begin(text = withPodcast()): Promise<void> {
  const id = `draft-${++drafts}`;
  await keepDraft(site.services.store, id, draftOf(text));
  address = `/en/workspace/${id}`;
}
beforeEach(() => begin());

const get = async (path: string): Promise<string> => plain((await site.editor.get(address + path)).text);
const stored = () => site.draft(address.split("/").at(-1) as string);
const examplesNow = async (): Promise<Example[]> => JSON.parse((await stored()).state.text).examples;
const send = (form: HtmlForm, button: string, more: Record<string, string> = {}) =>
  site.editor.postAsIs(form.action, `${form.press(button)}&${new URLSearchParams(more)}`);
/** What a browser sends of a form whose button stands outside it. */
const take = (form: HtmlForm, more: Record<string, string> = {}) =>
  site.editor.postAsIs(
    form.action,
    Object.fromEntries([
      ...form.names().map((name) => [name, form.value(name)]),
      ...Object.entries({ do: "take", ...more }),
    ]),
  );

/** The form of a podcast of next year, as it is entered. */
async function entered(): Promise<HtmlForm> {
  const form = formIn(await get("/examples/new"), 'id="report"');
  form.fill("/consultant/memberSince", "01.04.2019");
  form.fill("/activities/0/form", "podcast");
  form.fill("/activities/0/from", "01.03.2022");
  form.fill("/activities/0/evidence", "certificate.pdf");
  form.fill("/report/submittedOn", "01.02.2023");
  return form;
}

describe("an example that is entered", { timeout: 30_000 }, () => {
  it("is decided under the draft, and kept with what was decided as what is expected", async () => {
    const before = (await examplesNow()).length;
    const shown = plain((await send(await entered(), "decide")).text);
    expect(shown).toContain("Legal podcast");
    expect(shown).toContain("Draft “Legal podcast”");
    expect(shown).toContain('value="Норма не выполнена: баллов – 1, норма – 10"');
    expect(await examplesNow()).toHaveLength(before);

    const name = { "name-en": "A podcast earns a point", "name-ru": "Подкаст <b>" };
    expect((await take(formIn(shown, 'id="report"'), name)).status).toBe(303);
    const kept = (await examplesNow()).at(-1);
    expect(kept).toMatchObject({
      id: "a-podcast-earns-a-point",
      asOf: "2023-02-16",
      expect: {
        outcome: "unfulfilled",
        obligation: { status: "obliged" },
        activities: [{ id: "a1", credited: 1, reason: null }],
        points: { total: 1, norm: 10, shortfall: 9 },
        report: { status: "on-time" },
        sanction: { imposed: null, due: "warning" },
      },
    });
    expect(kept?.name).toMatchObject({ ru: "Подкаст <b>", kk: "Норма орындалмады: 1 балл, норма – 10" });
    expect(checkRuleSet((await stored()).state.text).filter(({ severity }) => severity === "error")).toEqual([]);
    expect(await get("/examples?saved")).toContain("A podcast earns a point");
  });

  it("is not kept with another decision than was shown", async () => {
    const form = formIn((await send(await entered(), "decide")).text, 'id="report"');
    form.fill("/activities/0/from", "01.03.2021");
    const before = await examplesNow();
    const answer = await take(form);
    expect(answer.text).toContain("has changed since the decision was shown");
    expect(await examplesNow()).toEqual(before);
  });

  it("says what is wrong beside the field, with what was typed", async () => {
    const form = await entered();
    form.fill("/activities/0/from", "31.02.2022");
    const { status, text } = await send(form, "decide");
    expect(status).toBe(422);
    expect(text).toContain('value="31.02.2022"');
    expect(text).toContain("govuk-error-summary");
  });

  it("takes another row without a script", async () => {
    const { text } = await send(await entered(), "add-activities");
    expect(formIn(text, 'id="report"').has("/activities/1/form")).toBe(true);
  });

  it("meets somebody else's save with a conflict, and is kept when it is taken again", async () => {
    const form = formIn((await send(await entered(), "decide")).text, 'id="report"');
    const json = formIn(await get("/json"), 'name="text"');
    json.fill(
      "text",
      changed((set) => Object.assign(set.forms.at(-1), { weight: 2 }), withPodcast()),
    );
    expect((await site.editor.postAsIs(json.action, json.press("").replace(/&do=$/, ""))).status).toBe(303);

    const answer = await take(form);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain("The draft was changed meanwhile");
    expect((await take(formIn(answer.text, 'id="report"'))).status).toBe(303);
    expect((await examplesNow()).at(-1)?.expect).toMatchObject({ points: { total: 2 } });
  });

  it("is kept once where the form is sent twice", async () => {
    const before = (await examplesNow()).length;
    const form = formIn((await send(await entered(), "decide")).text, 'id="report"');
    expect([(await take(form)).status, (await take(form)).status]).toEqual([303, 303]);
    expect(await examplesNow()).toHaveLength(before + 1);
  });
});

describe("an example from a recorded case", { timeout: 30_000 }, () => {
  beforeAll(async () => {
    const [seminar, ...others] = caseOf(SECRETS.id, 5).activities;
    const evidence = [{ kind: "certificate", name: SECRETS.file }];
    const recognition = { points: 1, decidedOn: "2024-06-01", reference: SECRETS.reference };
    const { title, organizer, justification, form } = SECRETS;
    const unlisted = { id: SECRETS.name, form, title, organizer, evidence, recognition, justification };
    const activities = [
      { ...(seminar as (typeof others)[number]), title, organizer, evidence },
      ...others,
      { ...unlisted, from: "2024-05-01", to: "2024-05-01" },
    ];
    const id = `almaty-city/2024/${SECRETS.name}`;
    await site.services.store.commit({
      action: "store.load",
      by: { account: null, name: "test" },
      records: [
        {
          kind: "case",
          id: "almaty-city/2023/c-00001",
          from: 0,
          state: {
            chamber: "almaty-city",
            reportingYear: 2023,
            consultant: SECRETS.id,
            consultantName: SECRETS.name,
            content: { ...caseOf(SECRETS.id, 5, { activities }), id, reportingYear: 2024 },
            latest: null,
          },
        },
      ],
    });
    await recordSeminars(site.services, "c-00002", "Болат Ахметов", 4);
  });

  const chosen = (consultant: string, year = "2023"): Promise<string> =>
    get(`/examples/recorded?${new URLSearchParams({ chamber: "almaty-city", year, consultant })}`);

  it("names nobody: neither on the page nor in the draft", async () => {
    const shown = await chosen(SECRETS.id);
    expect((await take(formIn(shown, 'id="take"'), { "name-en": "Recorded" })).status).toBe(303);
    const { text } = (await stored()).state;
    const { id: _, ...secrets } = SECRETS;
    for (const secret of [...Object.values(secrets), "Сәрсенова", "Салық даулары"]) {
      expect(shown).not.toContain(secret);
      if (secret !== "Салық даулары") expect(text).not.toContain(secret);
    }
    const kept = (await examplesNow()).at(-1) as Example;
    expect(JSON.stringify(kept)).not.toContain(SECRETS.id);
    expect(JSON.stringify(kept)).not.toContain("Салық даулары");
    expect(kept.case).toMatchObject({ consultant: { id: "consultant", memberSince: "2019-04-01" } });
    const activities = kept.case.activities as Record<string, unknown>[];
    expect(activities[0]).toMatchObject({ id: "a1", form: "seminar", title: "№ 1", organizer: "№ 1" });
    expect(activities.at(-1)).toEqual({
      id: "a6",
      form: "unlisted",
      title: "№ 1",
      organizer: "№ 1",
      from: "2024-05-01",
      to: "2024-05-01",
      evidence: [{ kind: "document", name: "" }],
      recognition: { points: 1, decidedOn: "2024-06-01" },
    });
    expect(kept.expect).toMatchObject({ outcome: "fulfilled" });
  });

  it("is decided as of the day of the recorded decision", async () => {
    await take(formIn(await chosen("c-00002", "2024"), 'id="take"'));
    expect((await examplesNow()).at(-1)).toMatchObject({ asOf: "2025-03-01", expect: { points: { total: 8 } } });
  });

  it("says that there is no such case", async () => {
    for (const nobody of ["c-00099", "../c-00001", "<script>"]) {
      expect(await chosen(nobody)).toContain("There is no such report");
    }
  });
});

describe("an example that is changed in place", { timeout: 30_000 }, () => {
  const EDIT = "/examples/five-seminars/edit";
  const edited = async (): Promise<HtmlForm> => formIn(await get(EDIT), 'id="report"');
  const kept = async (): Promise<Example> => (await examplesNow())[0] as Example;
  /** What a browser sends of the form, with the fields outside of it, as they were changed. */
  const save = async (page: string, changes: Record<string, string | string[]>, button = "take") => {
    const form = formIn(page, 'id="report"');
    const fields = new URLSearchParams(form.press(button));
    for (const [name, value] of Object.entries(changes)) {
      fields.delete(name);
      for (const one of [value].flat()) fields.append(name, one);
    }
    return site.editor.postAsIs(form.action, fields.toString());
  };

  it("shows the report, the name and what is expected, and changes nothing where nothing is changed", async () => {
    const before = JSON.parse((await stored()).state.text);
    const page = await get(EDIT);
    expect(page).toContain('value="Бес семинар норманы орындайды"');
    expect(page).toContain('value="2024"');
    expect((await save(page, {})).status).toBe(303);
    expect(JSON.parse((await stored()).state.text)).toEqual(before);
  });

  it("gets another name, report and expectation; what is not touched stays, clauses too", async () => {
    const before = await kept();
    const page = await get(EDIT);
    const answer = await save(page, {
      "name-kk": "Басқа атау",
      "expect:/points/total": "12,5",
      "expect:/outcome": '"pending"',
    });
    expect(answer.status).toBe(303);
    const { expect: expectation, ...others } = await kept();
    expect(others).toEqual({ ...before, expect: undefined, name: { ...before.name, kk: "Басқа атау" } } as never);
    expect(expectation).toEqual({
      ...before.expect,
      outcome: "pending",
      points: { ...(before.expect.points as object), total: 12.5 },
    });
    expect(await get("/examples/five-seminars")).toContain("not as expected");

    const form = await edited();
    form.fill("/activities/0/form", "talk");
    const shown = plain((await send(form, "decide")).text);
    expect((await save(shown, {}, "take-decided")).status).toBe(303);
    const after = await kept();
    expect(after.case).toMatchObject({
      consultant: { id: "c-1" },
      activities: [{ id: "a1", form: "talk" }, {}, {}, {}, {}],
    });
    expect(after.expect).toMatchObject({ outcome: "fulfilled", points: { total: 11 } });
    expect(after.id).toBe("five-seminars");
  });

  it("expects more of the decision, or less", async () => {
    const page = await get(EDIT);
    const ticked = ["/outcome", "/activities/1/credited", "/sanction/due"];
    expect((await save(page, { expects: ticked })).status).toBe(303);
    expect((await kept()).expect).toEqual({
      outcome: "fulfilled",
      sanction: { due: null },
      activities: [{}, { id: "a2", credited: 2 }, {}, {}, {}],
    });
    expect(await get("/examples/five-seminars")).toContain("as expected");
  });

  it("says what cannot be read beside its place, with what was typed", async () => {
    const before = (await stored()).state.text;
    const page = await get(EDIT);
    const wrong = await save(page, { "expect:/points/total": "<b>ten", "expect:/outcome": '"constructor"' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("Enter a number, such as 10 or 0.5.");
    expect(wrong.text).toContain("Choose from the list.");
    expect(wrong.text).toContain('value="&lt;b&gt;ten"');
    expect(wrong.text).toContain("govuk-error-summary");
    const nothing = await save(page, { expects: [] });
    expect([nothing.status, nothing.text.includes("Tick at least one thing")]).toEqual([422, true]);
    expect((await stored()).state.text).toBe(before);
  });

  it("keeps what was entered while the report is refused", async () => {
    const page = await get(EDIT);
    const refused = await save(page, { "expect:/points/total": "77", "/activities/0/from": "31.02.2024" }, "decide");
    expect(refused.status).toBe(422);
    const mended = await save(refused.text, { "/activities/0/from": "15.01.2024" }, "decide");
    expect(formIn(mended.text, 'id="report"').value("expect:/points/total")).toBe("77");
  });

  it("is not kept where the report was changed after the decision had been shown", async () => {
    const before = (await stored()).state.text;
    const { text } = await save(await get(EDIT), { "/activities/0/form": "talk" });
    expect(text).toContain("has changed since the decision was shown");
    expect((await stored()).state.text).toBe(before);
  });

  it("meets somebody else's save with a conflict, and its removal too: nothing that was entered is lost", async () => {
    const mine = await get(EDIT);
    await send(formIn(await get("/examples/podcast-recognised"), 'value="remove"'), "remove");
    const conflict = await save(mine, { "name-en": "Mine" });
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain("The draft was changed meanwhile");
    expect(conflict.text).toContain('value="Mine"');

    await send(formIn(await get("/examples/five-seminars"), 'value="remove"'), "remove");
    const removed = await save(conflict.text, {});
    expect(removed.text).toContain("has changed since the decision was shown");
    expect(removed.text).toContain('value="Mine"');
    expect(formIn(removed.text, 'id="report"').action).toBe(`${address}/examples/new`);
    expect((await take(formIn(removed.text, 'id="report"'), { "name-en": "Mine" })).status).toBe(303);
    expect((await examplesNow()).at(-1)).toMatchObject({ id: "mine", expect: { points: { total: 10 } } });
  });
});

describe("an example that fails", { timeout: 30_000 }, () => {
  const failing = () =>
    changed((set) => {
      set.examples[0].expect.points.total = 11;
      set.examples[0].expect.outcome = "pending";
    }, RULES_2022);

  it("says in words what was expected and what was decided, and keeps the draft from being submitted", async () => {
    await begin(failing());
    const page = await get("/examples/five-seminars");
    expect(page).toContain("not as expected");
    expect(page).toMatch(
      /Outcome<\/th><td data-column="Expected">Not yet due<\/td><td data-column="Decided">Norm fulfilled/,
    );
    expect(page).toMatch(/Total points<\/th><td data-column="Expected">11<\/td><td data-column="Decided">10/);
    expect(page).toContain('id="reasoning"');
    const overview = await get("");
    expect(overview).toContain(
      `<a href="${address}/examples/five-seminars">Five seminars fulfil the norm</a>: Outcome – expected “Not yet due”, decided “Norm fulfilled”.`,
    );
    const json = await get("/json");
    expect(json).toMatch(/Line \d+, “Five seminars fulfil the norm”<\/b>: Total points – expected 11, decided 10\./);
    for (const text of [overview, json]) expect(text).not.toMatch(/does not hold at|\/expect\//);
    const review = formIn(await get("/review"), `${address}/review/submit"`);
    const sent = Object.fromEntries(review.names().map((name) => [name, review.value(name)]));
    expect((await site.editor.postAsIs(review.action, sent)).status).toBe(409);
    expect((await stored()).state.status).toBe("draft");
  });

  it("holds once the present decision is taken as expected", async () => {
    await begin(failing());
    const form = formIn(await get("/examples/five-seminars"), 'value="renew"');
    expect((await send(form, "renew")).status).toBe(303);
    expect(await get("/examples/five-seminars")).not.toContain("not as expected");
    expect((await examplesNow())[0]?.expect).toMatchObject({ outcome: "fulfilled", points: { total: 10 } });
  });

  it("is removed; by a form of an older version it is not", async () => {
    await begin(failing());
    const form = formIn(await get("/examples/five-seminars"), 'value="remove"');
    const other = formIn(await get("/examples/podcast-recognised"), 'value="remove"');
    expect((await send(form, "remove")).status).toBe(303);
    const { status, text } = await send(other, "remove");
    expect(status).toBe(409);
    expect(text).toContain("The draft was changed meanwhile");
    expect((await examplesNow()).map(({ id }) => id)).toContain("podcast-recognised");
    expect((await examplesNow()).map(({ id }) => id)).not.toContain("five-seminars");
    expect((await site.editor.get(`${address}/examples/five-seminars`)).status).toBe(404);
  });

  it("is listed by name alone while the draft is not whole", async () => {
    await begin(changed((set) => Object.assign(set.forms[0], { weight: "two" }), failing()));
    const page = await get("/examples");
    expect(page).toContain("Five seminars fulfil the norm");
    expect(page).toContain("decided once they are mended");
    expect((await site.editor.get(`${address}/examples/new`)).headers.location).toBe(`${address}/examples`);
  });
});
