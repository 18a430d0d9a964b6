import express, { type Express } from "express";
import { pino } from "pino";
import request from "supertest";
import { describe, expect, it } from "vitest";
import { problemDocuments } from "../../server/api/problem-document.ts";
import { HttpError } from "../../server/http/http-error.ts";
import { requestLog } from "../../server/http/request-log.ts";
import { LANGUAGES } from "../../server/language/languages.ts";
import { errorPages } from "../../server/pages/error-pages.ts";
import { createSendPage } from "../../server/pages/page.ts";
import { languageOfAddress } from "../../server/pages/remembered-language.ts";
import { Conflict, StoreFull, StoreUnavailable } from "../../server/store/failures.ts";
import { createTestServices } from "./site.ts";

const services = await createTestServices();

/** Nothing but a failure, shown as the pages and the API show it. */
function failing(error: Error, logger = services.logger, sendPage = createSendPage(services)): Express {
  const app = express();
  app.use(requestLog(logger));
  app.use("/api", () => {
    throw error;
  });
  app.use("/api", problemDocuments);
  app.use("/:language", languageOfAddress, () => {
    throw error;
  });
  app.use(errorPages(sendPage));
  return app;
}

const FAILURES: readonly [status: number, error: Error, nothingChanged: boolean][] = [
  [403, new HttpError(403), true],
  [403, new HttpError(403, "forged", "form-refused"), true],
  [404, new HttpError(404), false],
  [405, new HttpError(405), true],
  [409, new Conflict([]), true],
  [413, new HttpError(413), false],
  [429, new HttpError(429), true],
  [500, new Error("broken"), false],
  [503, new StoreUnavailable("the disk does not answer"), true],
  [507, new StoreFull("the disk is full"), true],
];

const NOTHING_CHANGED = { kk: "Ештеңе өзгертілген жоқ", ru: "Ничего не изменено", en: "Nothing was changed" };

describe.each(FAILURES)("status %i (%s)", (status, error, nothingChanged) => {
  it.each(LANGUAGES)("has a page of its own in %s", async (language) => {
    const answer = await request(failing(error)).post(`/${language}/x`);
    expect(answer.status).toBe(status);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.text).toContain(`<html lang="${language}"`);
    expect(answer.text.match(/<h1>/g)).toHaveLength(1);
    expect(answer.text.toLowerCase().includes(NOTHING_CHANGED[language].toLowerCase())).toBe(nothingChanged);
    expect(answer.text).not.toContain(error.message);
  });

  it("is a problem document of the API, without what went wrong inside", async () => {
    const answer = await request(failing(error)).post("/api/x");
    expect(answer.status).toBe(status);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(answer.body).toMatchObject({ status });
    expect(answer.text).not.toContain(error.message);
  });
});

describe("status 401", () => {
  const app = failing(new HttpError(401));

  it("asks to sign in, and to come back", async () => {
    const { status, headers } = await request(app).get("/ru/chambers/x/2024?page=2");
    expect(status).toBe(303);
    expect(headers.location).toBe("/ru/sign-in?next=%2Fru%2Fchambers%2Fx%2F2024%3Fpage%3D2");
  });

  it("after a form comes back to the page that the form was on, where that is one of this site", async () => {
    const post = (referer: string) => request(app).post("/ru/x").set("Host", "qagida.kz").set("Referer", referer);
    expect((await post("https://qagida.kz/ru/chambers")).headers.location).toBe("/ru/sign-in?next=%2Fru%2Fchambers");
    expect((await post("https://evil.example/ru/")).headers.location).toBe("/ru/sign-in");
    expect((await post("https://qagida.kz//evil.example/")).headers.location).toBe("/ru/sign-in");
  });

  it("never leads to another site", async () => {
    for (const path of ["//evil.example/", "/\\evil.example", "/en//evil.example/../../..//evil.example"]) {
      const { headers } = await request(app).get(path);
      const next = new URLSearchParams(headers.location?.split("?")[1]).get("next") ?? "/";
      expect(new URL(next, "http://here.invalid").host).toBe("here.invalid");
    }
  });

  it("is a problem document of the API", async () => {
    const { status, body } = await request(app).get("/api/x");
    expect(status).toBe(401);
    expect(body).toMatchObject({ status: 401, detail: "Nobody is signed in." });
  });
});

describe("an error whose page cannot be made", () => {
  const broken = (): never => {
    throw new Error("no template error");
  };

  it.each([
    ["a failure", new Error("broken")],
    ["a conflict", new Conflict([])],
    ["a page that is not there", new HttpError(404)],
  ])("is told in plain words, without a stack trace: %s", async (_, error) => {
    const answer = await request(failing(error, services.logger, broken)).get("/en/x");
    expect([answer.status, answer.headers["cache-control"]]).toEqual([500, "no-store"]);
    expect(answer.headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(answer.text).toContain("Something went wrong on our side.");
    expect(answer.text).toContain("Бізде ақау шықты.");
    expect(answer.text).not.toMatch(/no template|broken|\bat \S+ \(|node_modules|\.ts/);
  });

  it("is in the log with both: what failed, and why its page could not be made", async () => {
    const lines: string[] = [];
    const logger = pino({}, { write: (line: string) => void lines.push(line) });
    await request(failing(new Error("broken"), logger, broken)).get("/en/x");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("no template error");
    expect(lines[0]).toContain("broken");
  });
});

describe("the log", () => {
  it("has the message of a failure of the store, and none of the records that a failure carries", async () => {
    const lines: string[] = [];
    const logger = pino({}, { write: (line: string) => void lines.push(line) });
    const failure = Object.assign(new StoreUnavailable("the disk does not answer"), { detail: "secret of a record" });
    await request(failing(failure, logger)).get("/en/x");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("the disk does not answer");
    expect(lines[0]).not.toContain("secret of a record");
  });

  it("has no token of a link that works once", async () => {
    const lines: string[] = [];
    const logger = pino({}, { write: (line: string) => void lines.push(line) });
    const app = failing(new HttpError(404), logger);
    for (const path of ["/en/link/secret-token", "/EN/LINK/secret-token/more", "/link/secret-token?secret-token"]) {
      await request(app).get(path);
    }
    expect(lines).toHaveLength(3);
    expect(lines.join()).not.toContain("secret-token");
  });
});
