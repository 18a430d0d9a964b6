import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Request, RequestHandler, Response } from "express";
import { isDay } from "../../../engine/calendar.ts";
import { CaseError, type Language, type Problem } from "../../../engine/index.ts";
import { HttpError } from "../../http/http-error.ts";
import type { Route } from "../../http/route.ts";
import type { SendPage } from "../../pages/page.ts";
import { serverProblem } from "../../problem.ts";
import { readDay } from "../../report-check/typed-values.ts";
import type { Services } from "../../services.ts";
import { addressOf, findPlace, param } from "../places.ts";
import { reader } from "../reader.ts";
import { checkRows } from "./check-rows.ts";
import { chooseFilePage } from "./choose-file-page.ts";
import { csvTemplate } from "./csv-template.ts";
import { recordRows } from "./record-rows.ts";
import { refusedFile } from "./refused-file.ts";
import { inspectUpload, rowsOf, type UploadFormat } from "./upload-format.ts";
import { uploadPage } from "./upload-page.ts";
import { summarise } from "./upload-summary.ts";

const FORMATS: readonly UploadFormat[] = ["ndjson", "csv-comma", "csv-semicolon"];

/**
 * The pages on which a file of many cases is checked and recorded. The file is kept as the store keeps documents, under
 * its SHA-256, and its address says how it is read: so its page always shows how its rows stand, and sending anything
 * twice changes nothing.
 */
export function createUploadRoutes(services: Services, sendPage: SendPage): Route[] {
  const { store, rules, today } = services;

  async function choose(request: Request, response: Response, day: string, problem: Problem | null): Promise<void> {
    const { head, model } = chooseFilePage(response.locals.language, await findPlace(services, request), day, problem);
    if (problem) response.status(422);
    sendPage(response, "chamber/upload", head, model);
  }

  const take: RequestHandler = async (request, response) => {
    const { chamber, year } = await findPlace(services, request);
    const typed: string = request.body.get("asOf") ?? "";
    try {
      const asOf = readDay(typed.trim()) || today();
      if (!isDay(asOf)) throw new CaseError([serverProblem("not-a-day", "/asOf")]);
      const content = request.file?.buffer ?? Buffer.alloc(0);
      const format = inspectUpload(content);
      const { sha256 } = await store.keepDocument(Readable.from([content]));
      const query = new URLSearchParams({ format, "as-of": asOf });
      response.redirect(303, `${addressOf(response.locals.language, chamber.id, year)}/upload/${sha256}?${query}`);
    } catch (error) {
      const problem = error instanceof CaseError ? error.problems[0] : undefined;
      if (!problem) throw error;
      await choose(request, response, typed, problem);
    }
  };

  /** The file that the address names, with its rows as they are checked now. */
  async function find(request: Request) {
    const place = await findPlace(services, request);
    const sha256 = param(request, "upload");
    const format = FORMATS.find((known) => known === request.query.format);
    const asOf = String(request.query["as-of"]);
    const content = /^[0-9a-f]{64}$/.test(sha256) && format && isDay(asOf) ? await store.document(sha256) : null;
    if (!content || !format) throw new HttpError(404);
    return {
      place,
      format,
      asOf,
      sha256,
      rows: checkRows(store, rules, { place, asOf, sha256 }, rowsOf(content, format)),
    };
  }

  const show: RequestHandler = async (request, response) => {
    const language: Language = response.locals.language;
    const { place, format, asOf, sha256, rows } = await find(request);
    const address = `${addressOf(language, place.chamber.id, place.year)}/upload/${sha256}`;
    const query = new URLSearchParams({ format, "as-of": asOf });
    const { head, model } = uploadPage(
      language,
      place,
      `${address}?${query}`,
      `${address}/refused?${query}`,
      await summarise(rows),
    );
    response.set("Cache-Control", "no-store");
    sendPage(response, "chamber/uploaded", head, model);
  };

  const record: RequestHandler = async (request, response) => {
    const { place, rows } = await find(request);
    const reason = (request.body.get("reason") ?? "").trim() || null;
    await recordRows(services, reader(response), place.chamber.id, rows, reason);
    response.redirect(303, request.originalUrl);
  };

  const sendRefused: RequestHandler = async (request, response) => {
    const { place, format, rows } = await find(request);
    const ending = format === "ndjson" ? "ndjson" : "csv";
    response.set("Cache-Control", "no-store").attachment(`refused-${place.chamber.id}-${place.year}.${ending}`);
    await pipeline(Readable.from(refusedFile(response.locals.language, format, rows)), response);
  };

  const sendTemplate: RequestHandler = (_request, response) =>
    void response.attachment("template.csv").send(csvTemplate(response.locals.language));

  const path = "/:language/chambers/:chamber/:year/upload";
  const action = "decision.upload";
  return [
    { method: "get", path, action, handle: (request, response) => choose(request, response, today(), null) },
    { method: "post", path, action, body: "upload", handle: take },
    { method: "get", path: `${path}/template.csv`, action, handle: sendTemplate },
    { method: "get", path: `${path}/:upload`, action, handle: show },
    { method: "post", path: `${path}/:upload`, action, body: "form", handle: record },
    { method: "get", path: `${path}/:upload/refused`, action, handle: sendRefused },
  ];
}
