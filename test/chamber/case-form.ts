import type { Visitor } from "../server/visitor.ts";

export const YEAR = "/en/chambers/almaty-city/2024";
export const newCase = (consultant: string): string => `${YEAR}/new?consultant=${consultant}`;

/** The fields of the form on a page as a browser would send them: hidden ones, inputs, what is chosen. */
export function fieldsIn(html: string): Record<string, string> {
  const form = /<form id="report"[\s\S]*?<\/form>/.exec(html)?.[0].replace(/<template>[\s\S]*?<\/template>/g, "") ?? "";
  const fields: Record<string, string> = {};
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name) fields[name] = /value="([^"]*)"/.exec(input)?.[1] ?? "";
  }
  for (const [, name, text] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)</g))
    fields[name as string] = text as string;
  for (const [, name, options] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    fields[name as string] = /value="([^"]*)" selected/.exec(options as string)?.[1] ?? "";
  }
  return fields;
}

/** So many seminars, each with a document, in a row of the form each. */
export const seminars = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      [`/activities/${at}/form`, "seminar"],
      [`/activities/${at}/title`, `Seminar ${at + 1}`],
      [`/activities/${at}/organizer`, "Chamber of Almaty"],
      [`/activities/${at}/from`, `0${at + 1}.05.2024`],
      [`/activities/${at}/evidence`, `certificate ${at + 1}`],
    ]).flat(),
  );

export const REPORT = { "/report/submittedOn": "10.02.2025" };

/** The form that a page shows, with what is typed into it. */
export async function fillIn(
  officer: Visitor,
  page: string,
  typed: Record<string, string>,
): Promise<Record<string, string>> {
  return { ...fieldsIn((await officer.get(page).expect(200)).text), ...typed };
}

/** Fills in the form of a page, sees the decision, and gives the form that would record it. */
export async function decided(
  officer: Visitor,
  page: string,
  typed: Record<string, string>,
): Promise<Record<string, string>> {
  const seen = await officer.postAsIs(page, { ...(await fillIn(officer, page, typed)), do: "decide" }).expect(200);
  return { ...fieldsIn(seen.text), do: "record" };
}

/** Records a case, and gives the address of the decision. */
export async function record(officer: Visitor, page: string, typed: Record<string, string>): Promise<string> {
  const { reason = "" } = typed;
  const form = await decided(officer, page, typed);
  const { headers } = await officer.postAsIs(page, { ...form, ...(reason ? { reason } : {}) }).expect(303);
  return String(headers.location);
}
