import type { Response } from "supertest";
import type { PageToSee } from "../browser/every-page.ts";
import type { Visitor } from "../server/visitor.ts";
import type { HostileSite } from "./hostile-site.ts";
import type { Control, PageForm, ParsedPage } from "./page-parser.ts";
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

/** What is sent in a field instead, the more often it was complained of: what stood there, a plain text, a day. */
function instead({ options }: Control, stood: string, complaints: number): string {
  if (options.length > 0) return options.at(-complaints) ?? stood;
  return [stood, "plain", "01.04.2024"][complaints - 1] ?? "1";
}

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
  const complaints = new Map<string, number>();
  let shown = form;
  for (let round = 0; round < ROUNDS; round++) {
    const names = typedNames(shown).filter((name) => !complaints.has(name));
    const answer = await sendForm(visitor, address, shown, filledForm(shown, names, written));
    await answered(answer, names);
    if (answer.status === 303 || form.method === "get") return answer.status < 400;
    const page = await parse(answer.text);
    const next = sameForm(page, form);
    if (!next) return answer.status < 400;
    for (const name of new Set(complainedOf(page))) complaints.set(name, (complaints.get(name) ?? 0) + 1);
    for (const control of next.controls) {
      const times = complaints.get(control.name);
      if (times) control.value = instead(control, stood.get(control.name) ?? "", times);
    }
    shown = next;
  }
  return false;
}
