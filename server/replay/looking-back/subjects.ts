import type { Request, Response } from "express";
import { isDay } from "../../../engine/calendar.ts";
import { hashOf } from "../../../engine/hash.ts";
import type { Language } from "../../../engine/index.ts";
import { adoptedSets } from "../../adoption/adopted-sets.ts";
import { HttpError } from "../../http/http-error.ts";
import { formatDay } from "../../language/days.ts";
import { messages } from "../../language/messages.ts";
import type { Store } from "../../store/store.ts";
import { knownOn } from "../known-on.ts";
import type { ReplaySubject } from "../pages/replay-subject.ts";
import { trialOf } from "../trial.ts";
import { lookingBackAddress } from "./places.ts";
import { setsToTry } from "./sets-to-try.ts";

const crumbs = (language: Language) => [
  { href: lookingBackAddress(language), text: messages(language)("looking-back.title") },
];

/** What a set would have come to: the one that the address names. */
export async function whatIf(store: Store, { params }: Request, response: Response): Promise<ReplaySubject> {
  const language: Language = response.locals.language;
  const set = (await setsToTry(store, language)).find(({ name }) => name === params.set);
  if (!set) throw new HttpError(404);
  const say = messages(language);
  return {
    language,
    section: "looking-back",
    title: say("looking-back.what-if"),
    crumbs: crumbs(language),
    lead: say("looking-back.what-if.lead", { set: set.text }),
    address: `${lookingBackAddress(language)}/what-if/${encodeURIComponent(set.name)}`,
    name: hashOf(set.ruleSet),
    trial: trialOf(set.ruleSet),
    after: set.text,
  };
}

/** What was known on the day that the address names. */
export async function asKnownOn(store: Store, { params }: Request, response: Response): Promise<ReplaySubject> {
  const language: Language = response.locals.language;
  const { day } = params;
  if (typeof day !== "string" || !isDay(day)) throw new HttpError(404);
  const adopted = await adoptedSets(store);
  const say = messages(language);
  const said = { day: formatDay(language, day) };
  return {
    language,
    section: "looking-back",
    title: say("looking-back.known"),
    crumbs: crumbs(language),
    lead: say("looking-back.known.lead", said),
    address: `${lookingBackAddress(language)}/known/${day}`,
    name: `known on ${day} of ${adopted.length} sets`,
    trial: knownOn(adopted, day),
    after: say("looking-back.known.title", said),
  };
}
