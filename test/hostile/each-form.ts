import type { Response } from "supertest";
import type { PageToSee } from "../browser/every-page.ts";
import type { Visitor } from "../server/visitor.ts";
import type { HostileSite } from "./hostile-site.ts";
import type { PageForm, ParsedPage } from "./page-parser.ts";
import { complainedOf, filledForm, sendForm, typedNames } from "./type-into-forms.ts";

const ROUNDS = 8;

/** A form of a page, as somebody has it before them who may send it. */
export interface FormAtHand {
  form: PageForm;
  place: PageToSee;
  address: string;
  visitor: Visitor;
}

const isEnding = ({ path }: PageToSee): number => Number(path.endsWith("/review"));

/** Does something with each form of each page that somebody can type into; what ends a draft comes last. */
export async function withEachForm(
  { pages, as, parse }: HostileSite,
  language: string,
  step: (atHand: FormAtHand) => Promise<void>,
): Promise<void> {
  for (const place of [...pages].sort((one, other) => isEnding(one) - isEnding(other))) {
    const address = `/${language}${place.path}`;
    const visitor = await as(place.who);
    const { forms } = await parse((await visitor.get(address)).text);
    const typed = forms.filter((form) => typedNames(form).length > 0 && !form.isUpload);
    for (const form of typed) await step({ form, place, address, visitor });
  }
}

const sameForm = ({ forms }: ParsedPage, { action }: PageForm): PageForm | undefined =>
  forms.find((one) => one.action === action && typedNames(one).length > 0);

/**
 * Types a text (written for an address) into every field of a form; what is complained of is put back to what stood
 * there, or made plain, and the rest is sent again, on to the last step of the form.
 * @returns whether it was taken in the end
 */
export async function insist(
  { parse }: HostileSite,
  { form, address, visitor }: FormAtHand,
  written: string,
  answered: (answer: Response, names: readonly string[]) => Promise<void>,
): Promise<boolean> {
  const stood = new Map(form.controls.map(({ name, value }) => [name, value]));
  const given = new Set<string>();
  let shown = form;
  for (let round = 0; round < ROUNDS; round++) {
    const names = typedNames(shown).filter((name) => !given.has(name));
    const answer = await sendForm(visitor, address, shown, filledForm(shown, names, written));
    await answered(answer, names);
    if (answer.status === 303 || form.method === "get") return answer.status < 400;
    const page = await parse(answer.text);
    const next = sameForm(page, form);
    if (!next) return false;
    for (const name of complainedOf(page)) given.add(name);
    for (const control of next.controls)
      if (given.has(control.name)) control.value = stood.get(control.name) || "plain";
    shown = next;
  }
  return false;
}
