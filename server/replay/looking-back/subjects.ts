import type { Request, Response } from "express";
import { isDay } from "../../../engine/calendar.ts";
import { hashOf } from "../../../engine/hash.ts";
import type { Language } from "../../../engine/index.ts";
import { adoptedSets } from "../../adoption/adopted-sets.ts";
import { HttpError } from "../../http/http-error.ts";
import { formatDay } from "../../language/days.ts";
import { messages } from "../../language/messages.ts";
import { signedInOf } from "../../sessions/signed-in.ts";
import type { Store } from "../../store/store.ts";
import { knownOn } from "../known-on.ts";
import type { ReplaySubject } from "../pages/replay-subject.ts";
import { trialOf } from "../trial.ts";
import { triedDraft, triedSet } from "./kept/tried-set.ts";
import { crumbsOf, type Outlook } from "./outlook.ts";
import { setsToTry } from "./sets-to-try.ts";

/** Whether the reader may try drafts, which are not for everybody who looks back. */
export const readsDrafts = (response: Response): boolean => signedInOf(response)?.may("draft.read") ?? false;

const ofOutlook = (language: Language, outlook: Outlook) =>
  ({
    language,
    section: "looking-back",
    crumbs: crumbsOf(language, outlook),
    chamber: outlook.chamber?.id ?? null,
  }) as const;

/** What a set would have come to: the one that the address names. */
export async function whatIf(
  store: Store,
  outlook: Outlook,
  { params }: Request,
  response: Response,
): Promise<ReplaySubject> {
  const language: Language = response.locals.language;
  const sets = await setsToTry(store, language, readsDrafts(response));
  const set = sets.find(({ name }) => name === params.set);
  if (!set) throw new HttpError(404);
  const say = messages(language);
  const draft = set.draft && triedDraft(set.draft);
  return {
    ...ofOutlook(language, outlook),
    title: say("looking-back.what-if"),
    lead: say("looking-back.what-if.lead", { set: set.text }),
    address: `${outlook.address}/what-if/${encodeURIComponent(set.name)}`,
    name: hashOf(set.ruleSet),
    trial: trialOf(set.ruleSet),
    lookedFor: { kind: "what-if", ruleSet: triedSet(set.ruleSet), draft },
    after: set.text,
  };
}

/** What was known on the day that the address names. */
export async function asKnownOn(
  store: Store,
  outlook: Outlook,
  { params }: Request,
  response: Response,
): Promise<ReplaySubject> {
  const language: Language = response.locals.language;
  const { day } = params;
  if (typeof day !== "string" || !isDay(day)) throw new HttpError(404);
  const adopted = await adoptedSets(store);
  const trial = knownOn(adopted, day);
  const say = messages(language);
  const said = { day: formatDay(language, day) };
  return {
    ...ofOutlook(language, outlook),
    title: say("looking-back.known"),
    lead: say("looking-back.known.lead", said),
    address: `${outlook.address}/known/${day}`,
    name: `known on ${day} of ${adopted.length} sets`,
    trial,
    lookedFor: { kind: "known-on", day, ruleSets: trial.sets.map(([, ruleSet]) => triedSet(ruleSet)) },
    after: say("looking-back.known.title", said),
  };
}
