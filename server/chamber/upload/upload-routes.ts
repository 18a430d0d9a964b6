import { Readable } from "node:stream";
import type { Request, RequestHandler, Response } from "express";
import { isDay } from "../../../engine/calendar.ts";
import { CaseError, type Language, type Problem } from "../../../engine/index.ts";
import type { Route } from "../../http/route.ts";
import { sendStream } from "../../http/send-stream.ts";
import type { SendPage } from "../../pages/page.ts";
import { serverProblem } from "../../problem.ts";
import { checkAsOf } from "../../recording/case-to-record.ts";
import { keepingProblem } from "../../recording/check-keepable.ts";
import { readDay } from "../../report-check/typed-values.ts";
import type { Services } from "../../services.ts";
import { findPlace } from "../places.ts";
import { reader } from "../reader.ts";
import { chooseFilePage } from "./choose-file-page.ts";
import { csvColumns } from "./csv-columns.ts";
import { csvTemplate } from "./csv-template.ts";
import { findUpload, ownerOf, uploadAddress } from "./find-upload.ts";
import { keepUpload } from "./kept-upload.ts";
import { recordRows } from "./record-rows.ts";
import { refusedFile } from "./refused-file.ts";
import { inspectUpload } from "./upload-format.ts";
import { NO_REASON, uploadPage } from "./upload-page.ts";
import { summarise } from "./upload-summary.ts";

/**
 * The pages on which a file of many cases is checked and recorded. The file is kept as the store keeps documents, for
 * whoever uploaded it, and its address says how it is read: so its page always shows how its rows stand, and sending
 * anything twice changes nothing.
 */
export function createUploadRoutes(services: Services, sendPage: SendPage): Route[] {
  const { store, today } = services;

  async function choose(request: Request, response: Response, day: string, problem: Problem | null): Promise<void> {
    const { head, model } = chooseFilePage(response.locals.language, await findPlace(services, request), day, problem);
    if (problem) response.status(422);
    sendPage(response, "chamber/upload", head, model);
  }

  const take: RequestHandler = async (request, response) => {
    const place = await findPlace(services, request);
    const typed: string = request.body.get("asOf") ?? "";
    try {
      const asOf = readDay(typed.trim()) || today();
      if (!isDay(asOf)) throw new CaseError([serverProblem("not-a-day", "/asOf")]);
      checkAsOf(asOf, today());
      const content = request.file?.buffer ?? Buffer.alloc(0);
      const format = inspectUpload(content);
      const sha256 = await keepUpload(store, ownerOf(place, reader(response)), content);
      response.redirect(303, uploadAddress(response.locals.language, place, { sha256, format, asOf }));
    } catch (error) {
      const problem = error instanceof CaseError ? error.problems[0] : undefined;
      if (!problem) throw error;
      await choose(request, response, typed, problem);
    }
  };

  async function show(request: Request, response: Response, reason = NO_REASON): Promise<void> {
    const language: Language = response.locals.language;
    const upload = await findUpload(services, reader(response), request);
    const { place } = upload;
    const summary = await summarise(upload.rows);
    const addresses = {
      record: uploadAddress(language, place, upload),
      refused: uploadAddress(language, place, upload, "/refused"),
    };
    const { head, model } = uploadPage(language, place, addresses, summary, reason);
    response.set("Cache-Control", "no-store");
    if (reason.problem) response.status(422);
    sendPage(response, "chamber/uploaded", head, model);
  }

  const record: RequestHandler = async (request, response) => {
    const typed: string = (request.body.get("reason") ?? "").trim();
    const problem = keepingProblem(typed);
    if (problem) return show(request, response, { typed, problem });
    const upload = await findUpload(services, reader(response), request);
    const { place, rows } = upload;
    await recordRows(services, reader(response), place.chamber.id, rows, typed || null);
    response.redirect(303, uploadAddress(response.locals.language, place, upload));
  };

  const sendRefused: RequestHandler = async (request, response) => {
    const { place, format, rows } = await findUpload(services, reader(response), request);
    const ending = format === "ndjson" ? "ndjson" : "csv";
    response.set("Cache-Control", "no-store").attachment(`refused-${place.chamber.id}-${place.year}.${ending}`);
    const lines = refusedFile(response.locals.language, place.rules.ruleSet, format, rows);
    await sendStream(response, Readable.from(lines));
  };

  const sendTemplate: RequestHandler = async (request, response) => {
    const { rules } = await findPlace(services, request);
    response.attachment("template.csv").send(csvTemplate(response.locals.language, csvColumns(rules.ruleSet)));
  };

  const path = "/:language/chambers/:chamber/:year/upload";
  const action = "decision.upload";
  return [
    { method: "get", path, action, handle: (request, response) => choose(request, response, today(), null) },
    { method: "post", path, action, body: "upload", handle: take },
    { method: "get", path: `${path}/template.csv`, action, handle: sendTemplate },
    { method: "get", path: `${path}/:upload`, action, handle: (request, response) => show(request, response) },
    { method: "post", path: `${path}/:upload`, action, body: "form", handle: record },
    { method: "get", path: `${path}/:upload/refused`, action, handle: sendRefused },
  ];
}
