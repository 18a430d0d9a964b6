import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Fields } from "../../server/workspace/editor/document/fields.ts";
import { accountOf, type Person } from "../authorisation/people.ts";
import { plain } from "../server/site.ts";
import { signIn, type Visitor } from "../server/visitor.ts";
import { createDraftSite, type DraftSite } from "./draft-site.ts";
import { formIn, type HtmlForm, unescapeHtml } from "./html-form.ts";

const AMENDMENT = readFileSync(join(import.meta.dirname, "..", "regimes", "kz-2028", "rule-set.json"), "utf8");

let site: DraftSite;
let address: string;
let id: string;

beforeAll(async () => {
  site = await createDraftSite();
}, 60_000);

async function begin(title = "Norm of 12"): Promise<string> {
  const form = formIn((await site.editor.get("/en/workspace/new")).text, 'name="title"');
  form.fill("title", title);
  return (await site.editor.postAsIs(form.action, form.press(""))).headers.location as string;
}

beforeEach(async () => {
  address = await begin();
  id = address.split("/").at(-1) as string;
});

const get = async (path: string, by: Visitor = site.editor): Promise<string> => (await by.get(address + path)).text;
const open = async (path: string, mark = 'id="part"'): Promise<HtmlForm> => formIn(await get(path), mark);
const send = (form: HtmlForm, button = "save", by: Visitor = site.editor) =>
  by.postAsIs(form.action, form.press(button));
const textNow = async (): Promise<string> => (await site.draft(id)).state.text;
const documentNow = async (): Promise<Fields & { amounts: Fields[]; forms: Fields[] }> => JSON.parse(await textNow());

async function as(person: Person): Promise<Visitor> {
  const account = await site.services.store.account((accountOf(person) as { id: string }).id);
  if (!account) throw new Error(`there is no ${person}`);
  return signIn(site.app, site.services, account);
}

async function put(text: string): Promise<void> {
  const form = await open("/json", 'name="text"');
  form.fill("text", text);
  expect((await site.editor.postAsIs(form.action, `${form.press("").replace(/&do=$/, "")}`)).status).toBe(303);
}

describe("a draft", { timeout: 30_000 }, () => {
  it("takes the text of the set in force, for the year after this one", async () => {
    const { effectiveYear, revision, amounts } = await documentNow();
    expect({ effectiveYear, revision, norm: amounts[0]?.value }).toEqual({
      effectiveYear: 2026,
      revision: 1,
      norm: 10,
    });
    expect((await site.draft(id)).state.authors.map(({ name }) => name)).toEqual(["the editor"]);
  });

  it("is made once, however often its form is sent", async () => {
    const form = formIn((await site.editor.get("/en/workspace/new")).text, 'name="title"');
    form.fill("title", "Twice");
    const sent = [
      await site.editor.postAsIs(form.action, form.press("")),
      await site.editor.postAsIs(form.action, form.press("")),
    ];
    expect(sent[1]?.headers.location).toBe(sent[0]?.headers.location);
  });

  it("needs a title", async () => {
    const form = formIn((await site.editor.get("/ru/workspace/new")).text, 'name="title"');
    const { status, text } = await site.editor.postAsIs(form.action, form.press(""));
    expect(status).toBe(422);
    expect(text).toContain('href="#title"');
  });

  it("is changed part by part: the norm and a form's weight, each with its sentence beside it", async () => {
    const norm = await open("/edit/amounts/norm");
    expect(norm.value("/value")).toBe("10");
    norm.fill("/value", "12,5");
    const saved = await send(norm);
    expect(saved.status).toBe(303);
    expect(plain((await site.editor.get(saved.headers.location as string)).text)).toContain("Norm: 12.5 points.");
    const talk = await open("/edit/forms/talk");
    talk.fill("/weight", "4");
    await send(talk);
    const { amounts, forms } = await documentNow();
    expect([amounts[0]?.value, forms.find((form) => form.id === "talk")?.weight]).toEqual([12.5, 4]);
  });

  it("shows how it reads before it is saved, and keeps nothing of that", async () => {
    const norm = await open("/edit/amounts/norm");
    norm.fill("/value", "12");
    const { status, text } = await send(norm, "show");
    expect(status).toBe(200);
    expect(plain(text)).toContain("Norm: 12 points.");
    expect((await documentNow()).amounts[0]?.value).toBe(10);
  });

  it("is read in every page by members and auditors, who are offered nothing to change", async () => {
    for (const person of ["the member", "the auditor"] as const) {
      const reader = await as(person);
      for (const path of ["", "/edit/forms", "/edit/forms/seminar", "/edit/cycle", "/json", "/history"]) {
        const page = await get(path, reader);
        expect(page, path).toContain("Norm of 12");
        expect(page, path).not.toContain('value="save"');
        if (path.startsWith("/edit/forms/")) expect(page).toContain('<fieldset class="editor__fields" disabled>');
        else expect(page, path).not.toMatch(/name="do" value="(add|remove)/);
      }
    }
  });

  it.each(["kk", "ru", "en"])("has every page in %s", { timeout: 60_000 }, async (language) => {
    await put(AMENDMENT);
    const here = address.replace("/en/", `/${language}/`);
    const paths = [
      "about",
      "membership",
      "period",
      "cycle",
      "calendar",
      "carry-over",
      "retention",
      "sampling",
      "amounts",
      "measures",
    ];
    const lists = [
      "requirements",
      "forms",
      "unlisted",
      "evidence",
      "limits",
      "assignments",
      "absences",
      "exemptions",
      "deadlines",
    ];
    const rest = [
      "sanctions",
      "categories",
      "consultant-attributes",
      "activity-attributes",
      "decisions",
      "interpretations",
    ];
    for (const path of ["", "/json", "/history", ...[...paths, ...lists, ...rest].map((one) => `/edit/${one}`)]) {
      expect((await site.editor.get(here + path)).status, path).toBe(200);
    }
  });
});

describe("what is wrong", { timeout: 30_000 }, () => {
  it("is saved, said beside its field and in a summary that leads there", async () => {
    const form = await open("/edit/forms/seminar");
    form.fill("/weight", "two");
    form.fill("/name/kk", "");
    form.tick("/clauses", []);
    const page = (await site.editor.get((await send(form)).headers.location as string)).text;
    for (const field of ["f-weight", "f-name", "f-clauses"]) expect(page).toContain(`href="#${field}`);
    expect(page).toContain('id="f-weight-error"');
    expect(page).toContain('value="two"');
    expect((await get("")).match(/edit\/forms\/seminar/g)).toHaveLength(3);
  });

  it("is a clause that the text does not have, said beside it; others are chosen with their text", async () => {
    const form = await open("/edit/forms/seminar");
    expect(await get("/edit/forms/seminar")).toContain("Annex 2, item 2. Attending seminars");
    form.enter("select", "/clauses", "6.2");
    form.enter("text", "/clauses", "7.7\n6.2\n 7.7 ");
    const shown = await send(form, "show");
    const clauses = formIn(shown.text, 'id="part"');
    expect(clauses.offers("/clauses", "6.2")).toBe(false);
    expect(clauses.offers("/clauses", "7.5")).toBe(true);
    expect(shown.text).toContain('Clause 7.7 <span class="tag tag--quiet">not in the text in force</span>');
    await send(clauses);
    const seminar = (await documentNow()).forms.find((one) => one.id === "seminar");
    expect(seminar?.clauses).toEqual(["Annex 2, item 2", "6.2", "7.7"]);

    const again = await open("/edit/forms/seminar");
    again.tick("/clauses", ["6.2"]);
    await send(again);
    expect((await documentNow()).forms.find((one) => one.id === "seminar")?.clauses).toEqual(["6.2"]);
  });

  it("is only what stands in the part", async () => {
    const form = await open("/edit/forms/seminar");
    form.fill("/weight", "");
    await send(form);
    expect(await get("/edit/forms/talk")).not.toContain("govuk-error-summary");
  });

  it("can be any JSON: every page is shown, whatever stands where", async () => {
    const strange = {
      forms: [5, null, { id: "a", name: 5, per: [1], multipliers: "x", when: { all: 5 } }, { id: "b", when: [] }],
      amounts: { norm: 1 },
      measures: "none",
      requirements: [{ id: "r", when: { fact: 1, operator: "constructor", value: { fact: null } } }],
      attributes: { activity: [{ id: "x", type: "list", values: 5 }] },
      deadlines: [],
      interpretations: [{ id: "i", governs: "x", text: [] }],
      cycle: 3,
      calendar: { holidays: "x" },
    };
    await put(JSON.stringify(strange));
    for (const path of ["", "/edit/forms", "/edit/forms/a", "/edit/forms/b", "/edit/requirements/r", "/edit/cycle"])
      expect((await site.editor.get(address + path)).status, path).toBe(200);
    for (const path of ["calendar", "amounts", "measures", "deadlines", "interpretations/i", "activity-attributes/x"])
      expect((await site.editor.get(`${address}/edit/${path}`)).status, path).toBe(200);
  });
});

describe("a list", { timeout: 30_000 }, () => {
  it("gets a part whose id is made of its English name, once and for all", async () => {
    const list = await open("/edit/forms", 'value="add"');
    list.fill("/name/en", "Legal podcast");
    const added = await send(list, "add");
    expect(added.headers.location).toBe(`${address}/edit/forms/legal-podcast`);
    const form = await open("/edit/forms/legal-podcast");
    form.fill("/name/en", "Podcast on the law");
    form.fill("/weight", "1");
    form.fill("/per:kind", "item");
    await send(form);
    const made = (await documentNow()).forms.at(-1);
    expect(made).toMatchObject({ id: "legal-podcast", name: { en: "Podcast on the law" }, weight: 1, per: "item" });
  });

  it("needs the English name, and keeps what was typed", async () => {
    const list = await open("/edit/forms", 'value="add"');
    list.fill("/name/kk", "Подкаст");
    const { status, text } = await send(list, "add");
    expect(status).toBe(422);
    expect(text).toContain('value="Подкаст"');
  });

  it("keeps a part that others name, and lists them", async () => {
    await put(AMENDMENT);
    const { status, text } = await send(await open("/edit/categories", 'id="parts"'), "remove ethics");
    expect(status).toBe(422);
    for (const named of ["forms/ethics-course", "measures/ethics", "edit/carry-over"]) expect(text).toContain(named);
  });

  it("loses a part that nothing names; readings still govern what they governed", async () => {
    const governed = async (): Promise<unknown> => {
      const { interpretations, forms } = (await documentNow()) as unknown as Record<
        string,
        { id: string; governs: string[] }[]
      >;
      const reading = interpretations?.find((one) => one.id === "item-10-two-forms");
      return reading?.governs.map((pointer) => forms?.[Number(pointer.split("/")[2])]?.id);
    };
    const before = await governed();
    expect((await send(await open("/edit/forms", 'id="parts"'), "remove short-programme")).status).toBe(303);
    expect((await documentNow()).forms.map((form) => form.id)).not.toContain("short-programme");
    expect(await governed()).toEqual(before);
    await send(await open("/edit/forms", 'id="parts"'), "down seminar");
    await send(await open("/edit/forms", 'id="parts"'), "up monograph");
    expect(await governed()).toEqual(before);
  });
});

describe("a condition", () => {
  it("is put together with buttons, and reads as a sentence while it is", async () => {
    let form = await open("/edit/forms/talk");
    const press = async (button: string): Promise<string> => {
      const { status, text } = await send(form, button);
      if (status !== 200) throw new Error(`${status} ${text}`);
      form = formIn(text, 'id="part"');
      return plain(unescapeHtml(text));
    };
    await press("add-comparison /when");
    form.fill("/when/fact", "activity.days");
    await press("show");
    form.fill("/when/operator", "greaterThanInclusive");
    form.fill("/when/value", "2");
    expect(await press("add-comparison /when")).toContain("The condition is not whole yet.");
    form.fill("/when/1/fact", "activity.endedOn");
    await press("show");
    form.fill("/when/1/operator", "lessThan");
    form.fill("/when/1/value", "1.7.2028");
    expect(await press("show")).toContain("the number of days of the activity is at least 2");
    form.fill("/when:kind", "any");
    await send(form);
    expect((await documentNow()).forms.find(({ id: form }) => form === "talk")?.when).toEqual({
      any: [
        { fact: "activity.days", operator: "greaterThanInclusive", value: 2 },
        { fact: "activity.endedOn", operator: "lessThan", value: "2028-07-01" },
      ],
    });
  });

  it("offers only the facts that are known where it is tried, and the operators of their type", async () => {
    const requirement = await get("/edit/requirements/norm");
    expect(requirement).toContain('value="measure.total"');
    expect(requirement).not.toContain('value="activity.days"');
    const exemption = await get("/edit/exemptions/suspension");
    expect(exemption).toContain('value="absence.kind"');
    expect(exemption).not.toContain('value="amount.norm"');
  });
});

describe("two editors on one draft", { timeout: 30_000 }, () => {
  it("get a page with both sides, and nothing is lost", async () => {
    const mine = await open("/edit/amounts/norm");
    const theirs = await open("/edit/amounts/norm");
    theirs.fill("/value", "11");
    await send(theirs);
    mine.fill("/value", "12");
    const { status, text } = await send(mine);
    expect(status).toBe(409);
    expect(text).toMatch(/<td class="written">11<\/td><td class="written">12<\/td>/);
    expect((await documentNow()).amounts[0]?.value).toBe(11);
    const again = formIn(text, 'id="part"');
    expect(again.value("/value")).toBe("12");
    expect((await send(again)).status).toBe(303);
    expect((await documentNow()).amounts[0]?.value).toBe(12);
  });

  it("do not undo each other's parts when the conflict is settled", async () => {
    const mine = await open("/edit/amounts/norm");
    const theirs = await open("/edit/forms/talk");
    theirs.fill("/weight", "7");
    await send(theirs);
    mine.fill("/value", "12");
    await send(formIn((await send(mine)).text, 'id="part"'));
    const { amounts, forms } = await documentNow();
    expect([amounts[0]?.value, forms.find((form) => form.id === "talk")?.weight]).toEqual([12, 7]);
  });

  it("do not lose what was entered for a part that the other one retired", async () => {
    const mine = await open("/edit/forms/talk");
    mine.fill("/weight", "9");
    await send(await open("/edit/forms", 'id="parts"'), "remove talk");
    const { status, text } = await send(mine);
    expect(status).toBe(409);
    expect(unescapeHtml(text)).toContain('"weight": 9');
  });

  it("the same form, sent twice, is saved once", async () => {
    const form = await open("/edit/amounts/norm");
    form.fill("/value", "12");
    expect([(await send(form)).status, (await send(form)).status]).toEqual([303, 303]);
    expect((await site.draft(id)).version).toBe(2);
  });
});

describe("the title", { timeout: 30_000 }, () => {
  const rename = async (title: string, form?: HtmlForm) => {
    const at = form ?? (await open("/title", 'name="title"'));
    at.fill("title", title);
    return site.editor.postAsIs(at.action, at.press(""));
  };

  it("is changed by an editor, as a save that stands in the history and can be undone", async () => {
    expect((await rename("Norm of 13")).headers.location).toBe(address);
    expect(await get("")).toContain("<h1>Norm of 13</h1>");
    expect(await get("/history")).toContain("Title: “Norm of 13”");
    const form = formIn(await get("/history"), 'name="seq"');
    const [, seq = ""] = /name="seq" value="(\d+)"/.exec(await get("/history")) ?? [];
    expect((await site.editor.postAsIs(form.action, form.press(seq, "seq"))).status).toBe(303);
    expect((await site.draft(id)).state.title).toBe("Norm of 12");
  });

  it("is needed, and kept as it was typed where it is too long", async () => {
    for (const title of ["", " \u0007 ", "W".repeat(201)]) {
      const { status, text } = await rename(title);
      expect(status).toBe(422);
      expect(text).toContain('href="#title"');
      expect(formIn(text, 'name="title"').value("title")).toBe(title.trim().replace("\u0007", ""));
    }
    expect((await site.draft(id)).state.title).toBe("Norm of 12");
  });

  it("meets another save with both sides", async () => {
    const mine = await open("/title", 'name="title"');
    await rename("Theirs");
    const { status, text } = await rename("Mine", mine);
    expect(status).toBe(409);
    expect(text).toContain('<td class="written">Theirs</td><td class="written">Mine</td>');
    expect((await rename("Mine", formIn(text, 'name="title"'))).status).toBe(303);
    expect((await site.draft(id)).state.title).toBe("Mine");
  });

  it("is changed by nobody else", async () => {
    for (const person of ["the member", "the auditor"] as const) {
      const reader = await as(person);
      expect((await reader.get(`${address}/title`)).status).toBe(403);
      expect(await get("", reader)).not.toContain(`${address}/title`);
    }
  });
});

describe("the history", { timeout: 30_000 }, () => {
  it("puts an earlier text back, as a save of its own", async () => {
    const before = await textNow();
    const norm = await open("/edit/amounts/norm");
    norm.fill("/value", "12");
    await send(norm);
    expect(await get("/history")).toContain("Norm and other amounts");
    const form = formIn(await get("/history"), 'name="seq"');
    const [seq] = /name="seq" value="(\d+)"/.exec(await get("/history"))?.slice(1) ?? [];
    const undone = await site.editor.postAsIs(form.action, form.press(seq as string, "seq"));
    expect(undone.status).toBe(303);
    expect(await textNow()).toBe(before);
    expect((await site.draft(id)).version).toBe(3);
  });

  it("puts nothing back over what somebody else saved meanwhile: it shows both sides", async () => {
    const norm = await open("/edit/amounts/norm");
    norm.fill("/value", "12");
    await send(norm);
    const form = formIn(await get("/history"), 'name="seq"');
    const talk = await open("/edit/forms/talk");
    talk.fill("/weight", "7");
    await send(talk);
    await send(await open("/edit/forms", 'id="parts"'), "remove article");
    const [seq = ""] = [...(await get("/history")).matchAll(/name="seq" value="(\d+)"/g)].at(-1)?.slice(1) ?? [];
    const refused = await site.editor.postAsIs(form.action, form.press(seq, "seq"));
    expect(refused.status).toBe(409);
    const shown = plain(unescapeHtml(refused.text));
    expect(shown).toContain("The draft was changed meanwhile");
    expect(shown).toMatch(/Norm – [^<]*<\/th><td class="written">12<\/td><td class="written">10<\/td>/);
    expect(shown).toMatch(/– Points<\/th><td class="written">7<\/td><td class="written">3<\/td>/);
    expect(shown).toMatch(/<td class="written">–<\/td><td class="written">1<\/td>/);
    expect((await documentNow()).amounts[0]?.value).toBe(12);

    const again = formIn(refused.text, 'name="seq"');
    expect((await site.editor.postAsIs(again.action, again.press(seq, "seq"))).status).toBe(303);
    expect((await documentNow()).amounts[0]?.value).toBe(10);
  });
});

describe("the JSON", { timeout: 30_000 }, () => {
  it("is saved in the order of the schema, with the year and revision that the procedure gave", async () => {
    const { examples, forms, ...rest } = JSON.parse(AMENDMENT);
    await put(JSON.stringify({ forms, ...rest, effectiveYear: 2999, revision: 7, examples }));
    const text = await textNow();
    expect(text.indexOf('"regime"')).toBeLessThan(text.indexOf('"forms"'));
    expect(JSON.parse(text)).toEqual({ ...JSON.parse(AMENDMENT), effectiveYear: 2026, revision: 1 });
    expect((await site.editor.get(`${address}/json/download`)).text).toBe(text);
  });

  it("is not lost where it is none: it stays in the field, with the place of the fault", async () => {
    const form = await open("/json", 'name="text"');
    form.fill("text", '{ "regime": ');
    const { status, text } = await site.editor.postAsIs(form.action, form.press(""));
    expect(status).toBe(422);
    expect(text).toContain("line 1, column");
    expect(formIn(text, 'name="text"').value("text")).toBe('{ "regime": ');
  });

  it.each(['{"a":1,"a":2}', '{"__proto__":{}}', "[]", "5"])("refuses %s", async (text) => {
    const form = await open("/json", 'name="text"');
    form.fill("text", text);
    expect((await site.editor.postAsIs(form.action, form.press(""))).status).toBe(422);
  });

  it("tells the line of each problem", async () => {
    const document = await documentNow();
    await put(JSON.stringify({ ...document, amounts: [{ ...document.amounts[0], value: -1 }] }));
    const text = await textNow();
    const line = text.slice(0, text.indexOf('"value": -1')).split("\n").length;
    expect(await get("/json")).toContain(`Line ${line}, /amounts/0/value`);
  });

  it("is edited with the help of the schema: each field, what it is called and what it holds", async () => {
    const page = unescapeHtml(await get("/json"));
    expect(page).toMatch(/<code>\/forms<\/code> [^<]*<\/summary>/);
    expect(page).toContain("<code>weight</code> Points</dt><dd>A number.");
    expect(page).toMatch(/<code>next-working-day<\/code> \w/);
    const { text } = await site.editor.get(`${address}/json/schema`);
    expect(text).toBe(readFileSync(join(import.meta.dirname, "..", "..", "rules", "rule-set.schema.json"), "utf8"));
  });

  it("is uploaded as a file", async () => {
    const page = await get("/json");
    const form = formIn(page, 'name="file"');
    const fields = { csrf: form.value("csrf"), version: form.value("version"), submission: form.value("submission") };
    const file = { name: "rule-set.json", content: AMENDMENT };
    expect((await site.editor.postFile(form.action, fields, file)).status).toBe(303);
    expect((await documentNow()).forms).toHaveLength(14);
  });
});

describe("hostile input is text", () => {
  const HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{constructor}} {{{body}}} #{7*7}",
    "\u202Eevil\u202C",
    "=HYPERLINK(1)",
    "' OR 1=1 --",
  ];

  it.each(HOSTILE)("%s", { timeout: 60_000 }, async (hostile) => {
    address = await begin(hostile);
    id = address.split("/").at(-1) as string;
    const form = await open("/edit/forms/seminar");
    for (const name of ["/name/kk", "/name/ru", "/name/en", "/item", "/clauses", "/evidence"]) form.fill(name, hostile);
    await send(form);
    for (const path of [
      "",
      "/edit/forms",
      "/edit/forms/seminar",
      "/edit/limits",
      "/edit/interpretations/item-10-two-forms",
      "/json",
      "/history",
    ]) {
      const page = await get(path);
      expect(page).not.toContain("<script>alert");
      expect(page).not.toContain("<img src=x");
    }
    const again = await open("/edit/forms/seminar");
    expect(again.value("/name/en")).toBe(hostile);
    expect((await documentNow()).forms.find((one) => one.id === "seminar")).toMatchObject({ evidence: [hostile] });
  });

  it("a name of a megabyte is refused, and the draft stays as it was", async () => {
    const before = await textNow();
    const form = await open("/edit/forms/seminar");
    form.fill("/name/en", "W".repeat(1_000_000));
    const { status, text } = await send(form);
    expect(status).toBe(413);
    expect(text).toContain("<h1>");
    expect(await textNow()).toBe(before);
  });

  it("a name of 5,000 letters is kept, and said to be too long", async () => {
    const form = await open("/edit/forms/seminar");
    form.fill("/name/en", "W".repeat(5000));
    const page = (await site.editor.get((await send(form)).headers.location as string)).text;
    expect(page).toContain("longer than 4000");
  });

  it("buttons and counts of a forged form do no harm", async () => {
    const form = await open("/edit/forms/seminar");
    const sent = new URLSearchParams(form.press("show"));
    for (const [name, value] of [
      ["/multipliers:rows", "99999999"],
      ["/when:kind", "all"],
      ["/when:rows", "-1"],
    ] as const)
      sent.set(name, value);
    for (const act of ["remove /multipliers/9999", "up /__proto__/1", "add /constructor", "clear /", "remove  "]) {
      sent.set("do", act);
      expect((await site.editor.postAsIs(form.action, sent.toString())).status, act).toBeLessThan(500);
    }
  });
});
