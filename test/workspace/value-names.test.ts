import { readFileSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Fields } from "../../server/workspace/editor/document/fields.ts";
import { createDraftSite, type DraftSite } from "./draft-site.ts";
import { formIn, type HtmlForm } from "./html-form.ts";

const RULES = JSON.parse(readFileSync(new URL("../../rules/2022.json", import.meta.url), "utf8")) as {
  forms: Fields[];
};

const name = (kk: string, ru: string, en: string) => ({ kk, ru, en });
const IN_PERSON = { value: "in-person", name: name("Бетпе-бет", "Очно", "In person") };
const MODE = {
  id: "mode",
  name: name("Өткізу тәсілі", "Способ проведения", "Mode"),
  clauses: ["7.2"],
  type: "text",
  values: ["in-person", "remote"],
  valueNames: [IN_PERSON],
  default: "in-person",
};

let site: DraftSite;
const PART = "activity-attributes/mode";

const page = async (path: string, language = "en"): Promise<string> =>
  (await site.editor.get(`/${language}/workspace/named/edit/${path}`)).text;
const open = async (): Promise<HtmlForm> => formIn(await page(PART), 'id="part"');
const send = (form: HtmlForm, button = "save") => site.editor.postAsIs(form.action, form.press(button));
const modeNow = async () => JSON.parse((await site.draft("named")).state.text).attributes.activity[0];

/** Begins the draft anew, in which the seminar counts only where it is remote. */
async function begin(mode: object, evidence?: string[]): Promise<void> {
  const when = { fact: "activity.mode", operator: "equal", value: "remote" };
  const forms = RULES.forms.map((form) => (form.id === "seminar" ? { ...form, when, evidence } : form));
  const text = `${JSON.stringify({ ...RULES, attributes: { activity: [mode] }, forms }, null, 2)}\n`;
  const from = (await site.services.store.draft("named"))?.version ?? 0;
  const kept = {
    title: "Named",
    status: "draft",
    basedOn: null,
    correction: null,
    review: null,
    ending: null,
  } as const;
  const state = { ...kept, text, authors: [], remarks: [], looked: [] };
  const records = [{ kind: "draft", id: "named", from, state }] as const;
  await site.services.store.commit({ action: "draft.save", by: { account: null, name: "Qagida" }, records });
}

beforeAll(async () => {
  site = await createDraftSite();
}, 60_000);

beforeEach(() => begin(MODE));

describe("the names of an attribute's values, in the editor", { timeout: 30_000 }, () => {
  it("stand beside each allowed value; a name that is left empty is none", async () => {
    const form = await open();
    expect(form.value("/valueNames/0/value")).toBe("in-person");
    expect(form.value("/valueNames/0/name/kk")).toBe("Бетпе-бет");
    expect(form.value("/valueNames/1/value")).toBe("remote");
    expect(form.value("/valueNames/1/name/kk")).toBe("");
    await send(form);
    expect((await modeNow()).valueNames).toEqual([IN_PERSON]);
  });

  it("are asked for as soon as a value is allowed, and kept in the order of the values", async () => {
    const form = await open();
    form.fill("/values", "by-post\nin-person\nremote");
    const shown = formIn((await send(form, "show")).text, 'id="part"');
    expect(shown.value("/valueNames/1/name/en")).toBe("In person");
    for (const [language, text] of Object.entries(name("Поштамен", "По почте", "By post"))) {
      shown.fill(`/valueNames/0/name/${language}`, text);
    }
    await send(shown);
    expect((await modeNow()).valueNames).toEqual([
      { value: "by-post", name: name("Поштамен", "По почте", "By post") },
      IN_PERSON,
    ]);
  });

  it("are not lost with their value: the problem stands beside the name until it is cleared", async () => {
    const form = await open();
    form.fill("/values", "remote");
    form.fill("/default", "remote");
    const saved = (await site.editor.get((await send(form)).headers.location as string)).text;
    expect(saved).toContain('href="#f-valueNames-1-name"');
    expect(saved).toContain("There is no such value. Add it, or clear its name.");
    const again = formIn(saved, 'id="part"');
    expect(again.value("/valueNames/1/value")).toBe("in-person");
    for (const language of ["kk", "ru", "en"]) again.fill(`/valueNames/1/name/${language}`, "");
    await send(again);
    expect(await modeNow()).not.toHaveProperty("valueNames");
  });

  it("need all three languages, said beside the name", async () => {
    const form = await open();
    form.fill("/valueNames/1/name/en", "Remotely");
    const saved = (await site.editor.get((await send(form)).headers.location as string)).text;
    expect(saved).toContain('href="#f-valueNames-1-name"');
    expect(saved).toContain('id="f-valueNames-1-name-error"');
  });

  it.each([
    ["kk", "Бетпе-бет", "Өткізу тәсілі"],
    ["ru", "Очно", "Способ проведения"],
    ["en", "In person", "Mode"],
  ])(
    "are offered and said in conditions in %s, and may be given of a draft with other problems",
    async (language, first, mode) => {
      const remote = { value: "remote", name: { kk: "Қашықтан", en: "Remotely" } };
      await begin({ ...MODE, valueNames: [IN_PERSON, remote, 5, { value: 7 }, { value: "in-person", name: 3 }] });
      const text = await page("forms/seminar", language);
      const second = { kk: "Қашықтан", ru: "Қашықтан", en: "Remotely" }[language] as string;
      expect(text).toContain(`<option value="in-person">${first}</option>`);
      expect(text).toContain(`<option value="remote" selected>${second}</option>`);
      expect(text).toMatch(new RegExp(`class="says">[^<]*${mode}[^<]*${second}`));
      expect(await page(PART, language)).toContain("f-valueNames-0-name");
    },
  );

  it("name the kinds of documents that forms take, on the page of documents", async () => {
    await begin(MODE, ["certificate", "diploma"]);
    const form = formIn(await page("evidence", "kk"), 'id="part"');
    expect(form.value("/kindNames/1/value")).toBe("diploma");
    for (const [language, text] of Object.entries(name("Куәлік", "Сертификат", "Certificate"))) {
      form.fill(`/kindNames/0/name/${language}`, text);
    }
    await send(form);
    const { evidence } = JSON.parse((await site.draft("named")).state.text);
    expect(evidence.kindNames).toEqual([{ value: "certificate", name: name("Куәлік", "Сертификат", "Certificate") }]);
    expect(await page("forms/seminar", "kk")).toContain("«Куәлік» немесе «diploma»");
    await begin(MODE);
    expect(await page("evidence")).toContain("No activity form names a kind of document yet.");
  });

  it("may be anything in a draft: the page is shown", async () => {
    for (const valueNames of [5, "x", null, [null, [], { value: {} }]]) {
      await begin({ ...MODE, valueNames, values: [1, null, "a", "a"] });
      for (const path of [PART, "forms/seminar"]) expect(await page(path)).toContain('id="part"');
    }
  });
});
