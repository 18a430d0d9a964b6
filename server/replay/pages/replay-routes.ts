import type { Request, RequestHandler, Response } from "express";
import type { RuleSet } from "../../../engine/index.ts";
import type { Action } from "../../authorisation/actions.ts";
import { param } from "../../chamber/places.ts";
import { writeCsv } from "../../export/write-csv.ts";
import { writeXlsx } from "../../export/write-xlsx.ts";
import { HttpError } from "../../http/http-error.ts";
import type { Route } from "../../http/route.ts";
import { messages } from "../../language/messages.ts";
import type { SendPage } from "../../pages/page.ts";
import { caseId } from "../../recording/ids.ts";
import type { Services } from "../../services.ts";
import type { Impact } from "../replay-recorded.ts";
import type { ReplayRun } from "../replay-run.ts";
import type { ReplayRuns } from "../replay-runs.ts";
import { askedReplay } from "./asked-replay.ts";
import { decideBoth } from "./decide-both.ts";
import { replayColumns } from "./export-columns.ts";
import { impactPage } from "./impact-page.ts";
import { peopleOf } from "./people-list.ts";
import { type ReplayQuery, readReplayQuery, writeReplayQuery } from "./replay-query.ts";
import type { ReplaySubject } from "./replay-subject.ts";
import { chamberNames, whatIsRecorded } from "./scope-form.ts";
import { twoDecisions } from "./two-decisions.ts";

/** How long the first answer waits for numbers, in milliseconds. */
export const PATIENCE = 400;

/** What the pages of a replay are reached by. */
export interface ReplayPlace {
  path: string;
  action: Action;
  subjectOf(request: Request, response: Response): Promise<ReplaySubject>;
}

/** The pages of a replay: what it comes to, the list as a file, both decisions on one case; and its stop. */
export function createReplayRoutes(
  { store, rules: book }: Services,
  sendPage: SendPage,
  runs: ReplayRuns<Impact>,
  { path, action, subjectOf }: ReplayPlace,
): Route[] {
  const knownSets = async () => (await store.ruleSets()).map(({ state }) => JSON.parse(state.text) as RuleSet);

  const show: RequestHandler = async (request, response) => {
    const subject = await subjectOf(request, response);
    const query = readReplayQuery(request.query);
    const run = await runs.find(askedReplay(store, subject, query));
    await run.settle(PATIENCE);
    const recorded = await whatIsRecorded(store);
    const { head, model } = impactPage({ subject, query, run, recorded, knownSets: await knownSets() });
    response.set("Cache-Control", "no-store");
    if (run.running) response.set("Refresh", "1");
    sendPage(response, "replay/impact", head, model);
  };

  const back = (response: Response, { address }: ReplaySubject, query: ReplayQuery): void =>
    response.redirect(303, address + writeReplayQuery(query));

  const stop: RequestHandler = async (request, response) => {
    const subject = await subjectOf(request, response);
    const query = readReplayQuery(request.query);
    runs.stop(askedReplay(store, subject, query).key);
    back(response, subject, query);
  };

  const again: RequestHandler = async (request, response) => {
    const subject = await subjectOf(request, response);
    const query = readReplayQuery(request.query);
    await runs.begin(askedReplay(store, subject, query));
    back(response, subject, query);
  };

  const finished = async (
    request: Request,
    response: Response,
  ): Promise<[ReplaySubject, ReplayQuery, ReplayRun<Impact>]> => {
    const subject = await subjectOf(request, response);
    const query = readReplayQuery(request.query);
    const run = await runs.find(askedReplay(store, subject, query));
    await run.settle();
    return [subject, query, run];
  };

  const exportAs =
    (ending: "csv" | "xlsx"): RequestHandler =>
    async (request, response) => {
      const [{ language }, query, run] = await finished(request, response);
      const columns = replayColumns(language, { chambers: chamberNames(language, await whatIsRecorded(store)) });
      const people = peopleOf(run.result.changed, query);
      const content =
        ending === "csv"
          ? writeCsv(language, columns, people)
          : await writeXlsx(messages(language)("impact.sheet"), columns, people);
      response.set("Cache-Control", "no-store").attachment(`impact.${ending}`).send(content);
    };

  const compare: RequestHandler = async (request, response) => {
    const subject = await subjectOf(request, response);
    const { language, title, section, crumbs, address, after } = subject;
    const [chamber, consultant] = [param(request, "chamber"), param(request, "consultant")];
    const kept = await store.case(caseId(chamber, Number(param(request, "year")), consultant));
    const both = kept && (await decideBoth(store, book, kept.state, subject.trial));
    if (!both) throw new HttpError(404);
    const { consultantName, reportingYear } = kept.state;
    const heading = messages(language)("entry.title", { name: consultantName, year: String(reportingYear) });
    response.set("Cache-Control", "no-store");
    sendPage(
      response,
      "replay/two-decisions",
      { title: heading, section },
      {
        crumbs: [...crumbs, { href: address, text: title }],
        heading,
        afterName: after,
        two: twoDecisions(language, both),
      },
    );
  };

  return [
    { method: "get", path, action, handle: show },
    { method: "post", path: `${path}/stop`, action, body: "form", handle: stop },
    { method: "post", path: `${path}/again`, action, body: "form", handle: again },
    { method: "get", path: `${path}/export.csv`, action, handle: exportAs("csv") },
    { method: "get", path: `${path}/export.xlsx`, action, handle: exportAs("xlsx") },
    { method: "get", path: `${path}/:chamber/:year/:consultant`, action, handle: compare },
  ];
}
