import type { Request, RequestHandler, Response } from "express";
import { isDay } from "../../engine/calendar.ts";
import { compile, type Language, parseRuleSet } from "../../engine/index.ts";
import { type AdoptedSet, adoptedSets } from "../adoption/adopted-sets.ts";
import { HttpError } from "../http/http-error.ts";
import type { Route } from "../http/route.ts";
import { messages } from "../language/messages.ts";
import type { SendPage } from "../pages/page.ts";
import { sentencesPage } from "../rules-in-force/sentences-page.ts";
import type { Services } from "../services.ts";
import { signedInOf } from "../sessions/signed-in.ts";
import { draftAddress } from "../workspace/places.ts";
import { comparePage } from "./compare-page.ts";
import { knownOn, timelineRows } from "./timeline-rows.ts";

const languageOf = ({ locals }: Response): Language => locals.language;

const queried = ({ query }: Request, name: string): string => {
  const value = query[name];
  return typeof value === "string" ? value : "";
};

/** The adopted rule sets through the years: which was known when, what changed, and each of them whole. */
export function createTimelineRoutes({ store, today }: Services, sendPage: SendPage): Route[] {
  async function setNamed(sha256: unknown): Promise<AdoptedSet> {
    const found = (await adoptedSets(store)).find(({ ruleSet }) => ruleSet === sha256);
    if (!found) throw new HttpError(404);
    return found;
  }

  const list: RequestHandler = async (request, response) => {
    const language = languageOf(response);
    const say = messages(language);
    const asked = queried(request, "on");
    const on = isDay(asked) ? asked : today();
    const drafts = await store.drafts();
    const seesDrafts = signedInOf(response)?.may("draft.read") ?? false;
    const title = say("timeline.title");
    const sets = await adoptedSets(store);
    const choices = sets.map(({ ruleSet, effectiveYear: year, revision }, at) => ({
      ruleSet,
      isLast: at === sets.length - 1,
      name: say("diff.set", { year, revision }),
    }));
    sendPage(
      response,
      "timeline/list",
      { title, section: "rules" },
      {
        heading: title,
        on,
        notADay: asked !== "" && !isDay(asked),
        rows: timelineRows(language, knownOn(sets, on), drafts, Number(on.slice(0, 4))),
        choices: choices.length > 1 ? choices : null,
        drafts: seesDrafts
          ? drafts
              .filter(({ state }) => state.status !== "adopted")
              .map(({ id, state }) => ({
                href: draftAddress(language, id),
                title: state.title,
                said: say(`draft.status.${state.status}`),
                status: state.status,
              }))
          : null,
      },
    );
  };

  const compare: RequestHandler = async (request, response) => {
    const [from, to] = [await setNamed(queried(request, "from")), await setNamed(queried(request, "to"))];
    const model = comparePage(languageOf(response), from, to);
    sendPage(response, "timeline/compare", { title: model.title, section: "rules" }, model);
  };

  const words: RequestHandler = async (request, response) => {
    const language = languageOf(response);
    const set = await setNamed(request.params.ruleSet);
    const page = sentencesPage(language, compile(parseRuleSet(set.text)), set.effectiveYear);
    const back = { href: `/${language}/timeline`, text: messages(language)("timeline.title") };
    sendPage(response, "rules/sentences", { title: page.title, section: "rules" }, { ...page, back });
  };

  const json: RequestHandler = async (request, response) => {
    const { text, effectiveYear, revision } = await setNamed(request.params.ruleSet);
    response.attachment(`${effectiveYear}-${revision}.json`).type("json").send(text);
  };

  const path = "/:language/timeline";
  return [
    { method: "get", path, action: "rules.read", handle: list },
    { method: "get", path: `${path}/compare`, action: "rules.read", handle: compare },
    { method: "get", path: `${path}/:ruleSet`, action: "rules.read", handle: words },
    { method: "get", path: `${path}/:ruleSet/json`, action: "rules.read", handle: json },
  ];
}
