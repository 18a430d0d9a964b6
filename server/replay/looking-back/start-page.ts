import type { Response } from "express";
import type { Language } from "../../../engine/index.ts";
import { plainField } from "../../chamber/plain-field.ts";
import { messages } from "../../language/messages.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Store } from "../../store/store.ts";
import type { Outlook } from "./outlook.ts";
import { setsToTry } from "./sets-to-try.ts";
import { readsDrafts } from "./subjects.ts";

/** The first page of looking back: its three ways, and what was kept. */
export async function showStart(
  store: Store,
  sendPage: SendPage,
  response: Response,
  { chamber, address }: Outlook,
  wrongDay: string | null = null,
): Promise<void> {
  const language: Language = response.locals.language;
  const say = messages(language);
  const title = say("looking-back.title");
  const error = wrongDay === null ? null : say("looking-back.day.wrong");
  const given = {
    id: "day",
    label: say("looking-back.day"),
    hint: say("looking-back.day.hint"),
    numeric: true,
    kind: "day",
  };
  const withDrafts = readsDrafts(response);
  const sets = await setsToTry(store, language, withDrafts);
  if (error) response.status(422);
  const head = { title: error ? say("form.error-title", { title }) : title, section: "looking-back" as const };
  sendPage(response, "replay/looking-back", head, {
    heading: title,
    of: chamber?.state.name[language] ?? null,
    address,
    setsLead: say(withDrafts ? "looking-back.what-if.text" : "looking-back.what-if.text.adopted"),
    sets: sets.map(({ name, text }) => ({ value: name, text })),
    day: plainField({ ...given, value: wrongDay ?? "", error }),
    error,
  });
}
