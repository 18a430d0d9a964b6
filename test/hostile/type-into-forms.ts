import type { Response } from "supertest";
import type { Visitor } from "../server/visitor.ts";
import type { PageForm, ParsedPage } from "./page-parser.ts";

const TYPED = new Set(["text", "textarea", "password", "search", "number", "date", "email"]);

/** Which button goes on with what was typed; the first of them that a form has. */
const WAYS_ON = ["record", "take", "save", "add", "decide"];

/** The names of the fields that somebody can type into. */
export const typedNames = ({ controls }: PageForm): string[] => [
  ...new Set(controls.filter(({ type }) => TYPED.has(type)).map(({ name }) => name)),
];

function wayOn({ buttons }: PageForm): string {
  const button = WAYS_ON.map((value) => buttons.find((one) => one.value === value)).find(Boolean) ?? buttons[0];
  return button?.name ? `${encodeURIComponent(button.name)}=${encodeURIComponent(button.value)}` : "";
}

/** What a browser sends for a form, with a text (written for an address already) in the fields of these names. */
export function filledForm(form: PageForm, names: readonly string[], written: string): string {
  const sent = form.controls.filter(({ type, checked }) => !/^(checkbox|radio)$/.test(type) || checked);
  const pairs = sent.map(({ name, value }) =>
    [encodeURIComponent(name), names.includes(name) ? written : encodeURIComponent(value)].join("="),
  );
  return [...pairs, wayOn(form)].filter(Boolean).join("&");
}

/** Sends a form as it was filled in. */
export const sendForm = (visitor: Visitor, page: string, form: PageForm, filled: string): PromiseLike<Response> =>
  form.method === "get"
    ? visitor.get(`${form.action || page}?${filled}`)
    : visitor.postAsIs(form.action || page, filled);

/** The names of the fields that the page complains of. */
export const complainedOf = ({ errors, forms }: ParsedPage): string[] =>
  forms.flatMap(({ controls }) => controls.filter(({ id }) => errors.includes(id)).map(({ name }) => name));
