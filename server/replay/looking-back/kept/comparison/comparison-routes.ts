import type { Request, RequestHandler, Response } from "express";
import type { Language } from "../../../../../engine/index.ts";
import type { Route } from "../../../../http/route.ts";
import type { SendPage } from "../../../../pages/page.ts";
import type { Store } from "../../../../store/store.ts";
import { type Finding, isReplay } from "../../../finding.ts";
import { createExportRoutes, type Exported } from "../../../pages/export-routes.ts";
import { formNames } from "../../../pages/impact-tables.ts";
import { readReplayQuery } from "../../../pages/replay-query.ts";
import { chamberNames, whatIsRecorded } from "../../../pages/scope-form.ts";
import { knownSets } from "../../../pages/show-replay.ts";
import type { Ground } from "../../outlook.ts";
import { type KeptResult, openKept } from "../kept-result.ts";
import { comparisonPage } from "./comparison-page.ts";
import { exportedComparison } from "./exported-comparison.ts";

const action = "replay.read";

const setsOf = (finding: Finding) => (isReplay(finding) ? finding.sets.map(([, ruleSet]) => ruleSet) : []);

/** The results that the address names, each once. */
const namedIn = ({ query }: Request): unknown[] => [...new Set([query.result ?? []].flat())];

/** Two kept results, compared: those that the address names. */
export function createComparisonRoutes(
  store: Store,
  sendPage: SendPage,
  ground: Ground,
  showChoice: (request: Request, response: Response) => Promise<void>,
): Route[] {
  async function open(request: Request, response: Response): Promise<[one: KeptResult, other: KeptResult]> {
    const outlook = await ground.outlook(store, request, response.locals.language);
    const [one, other] = namedIn(request);
    return [await openKept(store, response, outlook, one), await openKept(store, response, outlook, other)];
  }

  const show: RequestHandler = async (request, response) => {
    if (namedIn(request).length !== 2) return showChoice(request, response);
    const language: Language = response.locals.language;
    const [one, other] = await open(request, response);
    const model = comparisonPage({
      ...{ language, one, other, page: readReplayQuery(request.query).page },
      outlook: await ground.outlook(store, request, language),
      chambers: chamberNames(language, await whatIsRecorded(store)),
      forms: formNames(language, [...(await knownSets(store)), ...setsOf(one.finding), ...setsOf(other.finding)]),
    });
    response.set("Cache-Control", "no-store");
    sendPage(response, "replay/comparison", { title: model.heading, section: "looking-back" }, model);
  };

  async function exported(request: Request, response: Response): Promise<Exported> {
    const language: Language = response.locals.language;
    const [one, other] = await open(request, response);
    return exportedComparison({ language, one, other, chambers: chamberNames(language, await whatIsRecorded(store)) });
  }

  const path = `${ground.path}/kept/compare`;
  return [{ method: "get", path, action, handle: show }, ...createExportRoutes(exported, { path, action })];
}
