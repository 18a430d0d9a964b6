import type { Response } from "supertest";
import { valueAt } from "../../server/workspace/editor/document/at-pointer.ts";
import { asFields, asList, type Fields, isFields } from "../../server/workspace/editor/document/fields.ts";
import { SECTIONS, type Section } from "../../server/workspace/editor/sections.ts";
import type { DraftSite } from "./draft-site.ts";
import { formIn, type HtmlForm } from "./html-form.ts";

type Named = Fields & { id: string };

/** An editor at a browser without JavaScript: opens pages, fills in the forms that they show, presses their buttons. */
class Typist {
  private readonly site: DraftSite;
  private form: HtmlForm = formIn('<form method="post"></form>', "post");

  constructor(site: DraftSite) {
    this.site = site;
  }

  async open(address: string, mark: string): Promise<void> {
    const { status, text } = await this.site.editor.get(address);
    if (status !== 200) throw new Error(`${address} answers ${status}`);
    this.form = formIn(text, mark);
  }

  private async send(button: string, status: number): Promise<Response> {
    const response = await this.site.editor.postAsIs(this.form.action, this.form.press(button));
    if (response.status !== status) throw new Error(`${button} answers ${response.status}: ${response.text}`);
    return response;
  }

  /** Presses a button that shows the same form anew. */
  async press(button: string): Promise<void> {
    this.form = formIn((await this.send(button, 200)).text, 'id="part"');
  }

  /** Presses a button that saves; answers where the browser is sent. */
  async save(button = "save"): Promise<string> {
    return (await this.send(button, 303)).headers.location as string;
  }

  type(name: string, value: string): void {
    this.form.fill(name, value);
  }

  /** Fills in the fields of an object, as the page shows them. */
  async fillObject(base: string, value: Fields): Promise<void> {
    await this.chooseVariant(base, value);
    for (const [key, held] of Object.entries(value)) if (key !== "id") await this.fill(`${base}/${key}`, held);
  }

  private async chooseVariant(base: string, value: Fields): Promise<void> {
    const name = `${base}:variant`;
    if (!this.form.has(name)) return;
    const chosen = ["value", "choose", "table", "proRata", "percent", "sum", "fact"].find((key) => key in value);
    this.form.fill(name, chosen ?? "");
    await this.press("show");
  }

  private async fill(name: string, value: unknown): Promise<void> {
    const { form } = this;
    if (name.endsWith("hen")) return this.build(name, asFields(value));
    if (name.endsWith("Names")) return this.nameValues(name, asList(value).map(asFields));
    if (form.has(`${name}:rows`)) return this.fillRows(name, asList(value));
    if (form.has(`${name}:kind`)) return this.fillUnion(name, value);
    if (form.has(`${name}/month`)) return this.fillMonthDay(name, String(value));
    if (form.has(`${name}:on`)) {
      form.tick(`${name}:on`, ["on"]);
      await this.press("show");
    }
    if (isFields(value)) return this.fillObject(name, value);
    if (name.endsWith("/clauses")) return this.fillClauses(name, asList(value).map(String));
    if (Array.isArray(value)) return this.fillList(name, value.map(String));
    form.fill(name, String(value));
  }

  private async fillRows(name: string, rows: readonly unknown[]): Promise<void> {
    for (const [at, row] of rows.entries()) {
      await this.press(`add ${name}`);
      await this.fillObject(`${name}/${at}`, asFields(row));
    }
  }

  /** Names values where the page shows them, once they are allowed. */
  private async nameValues(name: string, named: readonly Fields[]): Promise<void> {
    await this.press("show");
    for (const { value, name: texts } of named) {
      const places = this.form.names().filter((one) => one.startsWith(`${name}/`) && one.endsWith("/value"));
      const place = places.find((one) => this.form.value(one) === value);
      if (!place) throw new Error(`${name} does not show ${value}`);
      await this.fillObject(place.replace(/value$/, "name"), asFields(texts));
    }
  }

  private async fillUnion(name: string, value: unknown): Promise<void> {
    const kind = isFields(value) ? "object" : typeof value === "number" ? "number" : String(value);
    this.form.fill(`${name}:kind`, kind);
    await this.press("show");
    if (isFields(value)) await this.fillObject(name, value);
    else if (kind === "number") this.form.fill(name, String(value));
  }

  private fillMonthDay(name: string, value: string): void {
    const [month = "", day = ""] = value.split("-");
    this.form.fill(`${name}/month`, month);
    this.form.fill(`${name}/day`, day);
  }

  /** Boxes are ticked one after the other: those that are ticked stand first, in the order in which they were. */
  private async fillList(name: string, items: readonly string[]): Promise<void> {
    if (!this.form.names().includes(name)) {
      if (items.length > 0) throw new Error(`the form has no field ${name}`);
      return;
    }
    if (this.form.kindOf(name) === "text") return this.form.fill(name, items.join("\n"));
    const isTicked = this.form.kindOf(name) === "checkbox";
    for (const [at, item] of items.entries()) {
      if (isTicked) this.form.tick(name, items.slice(0, at + 1));
      else this.form.fill(name, item, at);
      await this.press("show");
    }
  }

  /** Chooses each clause that the Rules have, and types the others. */
  private async fillClauses(name: string, clauses: readonly string[]): Promise<void> {
    for (const clause of clauses) {
      this.form.enter(this.form.offers(name, clause) ? "select" : "text", name, clause);
      await this.press("show");
    }
  }

  /** Builds a condition with the buttons of its groups. */
  private async build(name: string, condition: Fields): Promise<void> {
    if ("fact" in condition) {
      await this.press(`add-comparison ${name}`);
      return this.compare(name, condition);
    }
    await this.press(`add-group ${name}`);
    await this.group(name, condition);
  }

  private async group(name: string, condition: Fields): Promise<void> {
    const kind = Object.keys(condition)[0] as string;
    const branches = kind === "not" ? [condition.not] : asList(condition[kind]);
    await this.press(`remove ${name}/0`);
    for (const [at, branch] of branches.entries()) {
      const isComparison = "fact" in asFields(branch);
      await this.press(`${isComparison ? "add-comparison" : "add-group"} ${name}`);
      if (isComparison) await this.compare(`${name}/${at}`, asFields(branch));
      else await this.group(`${name}/${at}`, asFields(branch));
    }
    this.form.fill(`${name}:kind`, kind);
    await this.press("show");
  }

  private async compare(name: string, { fact, operator, value }: Fields): Promise<void> {
    this.form.fill(`${name}/fact`, String(fact));
    await this.press("show");
    this.form.fill(`${name}/operator`, String(operator));
    await this.press("show");
    if (isFields(value)) this.form.fill(`${name}/other`, String(value.fact));
    else if (Array.isArray(value)) await this.fillList(`${name}/value`, value.map(String));
    else this.form.fill(`${name}/value`, String(value));
  }
}

const partsIn = (ruleSet: Fields, { pointer }: Section): Named[] => asList(valueAt(ruleSet, pointer)) as Named[];

/** The English words that an id is made of. */
const wordsOf = (id: string): string => id.replaceAll("-", " ");

/** Adds the parts of a list: under the words of their ids, since an id is made of the first English name. */
async function addParts(typist: Typist, address: string, section: Section, parts: readonly Named[]): Promise<void> {
  const page = `${address}/edit/${section.id}`;
  const isThere = (id: string): boolean => ["amounts/norm", "measures/total"].includes(`${section.id}/${id}`);
  for (const { id } of parts.filter((part) => !isThere(part.id))) {
    await typist.open(page, 'value="add"');
    typist.type("/name/en", wordsOf(id));
    const made = await typist.save("add");
    if (!made.endsWith(`/${id}`)) throw new Error(`${id} became ${made}`);
  }
  const first = parts.findIndex(({ id }) => isThere(id));
  for (let moved = 0; moved < first; moved++) {
    await typist.open(page, 'id="parts"');
    await typist.save(`down ${parts[first]?.id}`);
  }
}

async function fillPart(typist: Typist, address: string, value: Fields): Promise<void> {
  await typist.open(address, 'id="part"');
  await typist.fillObject("", value);
  await typist.save();
}

/** What others read comes first: an attribute is offered where its type fits. */
const inOrderOfNeed = [...SECTIONS].sort((a, b) => Number(b.group === "terms") - Number(a.group === "terms"));

/** Begins an empty draft; answers its address. */
export async function beginEmpty(site: DraftSite, title: string): Promise<string> {
  const typist = new Typist(site);
  await typist.open("/en/workspace/new", 'name="title"');
  typist.type("title", title);
  typist.type("from", "empty");
  return typist.save("");
}

/** Builds what a rule set has in a section, with the forms of the section's pages. */
async function fillSection(typist: Typist, address: string, section: Section, ruleSet: Fields): Promise<void> {
  const page = `${address}/edit/${section.id}`;
  const held = section.shape === "fields" ? pickOwn(ruleSet) : valueAt(ruleSet, section.pointer);
  if (held === undefined) return;
  if (section.shape === "list") {
    for (const part of partsIn(ruleSet, section)) await fillPart(typist, `${page}/${part.id}`, part);
  } else if (section.shape === "fixed") {
    for (const [part, value] of Object.entries(asFields(held)))
      await fillPart(typist, `${page}/${part}`, asFields(value));
  } else {
    await fillPart(typist, page, asFields(held));
  }
}

const pickOwn = ({ regime, name }: Fields): Fields => ({ regime, name });

/** Builds sections of a rule set in a draft in which they are empty. Only the norm and the total are there already. */
export async function buildSections(
  site: DraftSite,
  address: string,
  ruleSet: Fields,
  isWanted: (section: Section) => boolean,
): Promise<void> {
  const typist = new Typist(site);
  const wanted = inOrderOfNeed.filter(isWanted);
  for (const section of wanted.filter(({ shape }) => shape === "list")) {
    await addParts(typist, address, section, partsIn(ruleSet, section));
  }
  for (const section of wanted) await fillSection(typist, address, section, ruleSet);
}

/**
 * Builds a rule set from an empty draft with the forms of the editor alone, as the pages show them. Its examples, which
 * are cases, are left to their own page.
 * @returns the draft's id.
 */
export async function buildRuleSet(site: DraftSite, title: string, ruleSet: Fields): Promise<string> {
  const address = await beginEmpty(site, title);
  await buildSections(site, address, ruleSet, () => true);
  return address.split("/").at(-1) as string;
}
