import type { Request, RequestHandler, Response } from "express";
import { param } from "../../chamber/places.ts";
import { HttpError } from "../../http/http-error.ts";
import { messages } from "../../language/messages.ts";
import type { SendPage } from "../../pages/page.ts";
import { caseId } from "../../recording/ids.ts";
import type { Services } from "../../services.ts";
import { decideBoth } from "./decide-both.ts";
import type { ReplaySubject } from "./replay-subject.ts";
import { twoDecisions } from "./two-decisions.ts";

/** The page of a case in a replay: both decisions on it, side by side. */
export const showBoth =
  (
    { store, rules: book }: Services,
    sendPage: SendPage,
    subjectOf: (request: Request, response: Response) => Promise<ReplaySubject>,
  ): RequestHandler =>
  async (request, response) => {
    const { language, title, section, crumbs, address, after, chamber, trial } = await subjectOf(request, response);
    const id = caseId(
      chamber ?? param(request, "chamber"),
      Number(param(request, "year")),
      param(request, "consultant"),
    );
    const kept = await store.case(id);
    const both = kept && (await decideBoth(store, book, kept.state, trial));
    if (!both) throw new HttpError(404);
    const { consultantName, reportingYear } = kept.state;
    const heading = messages(language)("entry.title", { name: consultantName, year: String(reportingYear) });
    response.set("Cache-Control", "no-store");
    const model = {
      crumbs: [...crumbs, { href: address, text: title }],
      heading,
      afterName: after,
      two: twoDecisions(language, both),
    };
    sendPage(response, "replay/two-decisions", { title: heading, section }, model);
  };
