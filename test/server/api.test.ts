import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import request from "supertest";
import { describe, expect, it } from "vitest";
import { createValidator } from "../../engine/reading/schema-validator.ts";
import { DecisionSchema } from "../../server/api/openapi/decision-schema.ts";
import { createSite, TODAY } from "./site.ts";

const site = await createSite();
const worked = JSON.parse(
  readFileSync(new URL("../cases/no-report-by-the-deadline-warning-due.json", import.meta.url), "utf8"),
);
const evaluate = (body: string | object) =>
  request(site).post("/api/v1/evaluate").set("Content-Type", "application/json").send(body);

const CASE = { reportingYear: 2024, consultant: { id: "c", memberSince: "2019-04-01" }, activities: [] };

describe("POST /api/v1/evaluate", () => {
  it("answers the decision", async () => {
    const { status, body, headers } = await evaluate({ case: worked.case, asOf: worked.asOf });
    expect(status).toBe(200);
    expect(headers["content-type"]).toContain("application/json");
    expect(headers["cache-control"]).toBe("no-store");
    expect(body).toMatchObject(worked.expect);
    expect(body.trace.length).toBeGreaterThan(5);
  });

  it("decides as of today in Almaty where no day is named, and without the trace where none is asked for", async () => {
    const { body } = await evaluate({ case: CASE, trace: false });
    expect(body.asOf).toBe(TODAY);
    expect(body).not.toHaveProperty("trace");
  });

  it("uses the rules of the year that is named", async () => {
    const { body } = await evaluate({ case: CASE, rules: 2030 });
    expect(body.ruleSet.effectiveYear).toBe(2022);
  });

  it.each([
    ["the reporting year", { case: { ...CASE, reportingYear: 2021 } }, "/case/reportingYear"],
    ["the year that is named", { case: CASE, rules: 2021 }, "/rules"],
  ])("finds no rule set for %s: 404", async (_what, body, pointer) => {
    const { status, headers, body: answer } = await evaluate(body);
    expect(status).toBe(404);
    expect(headers["content-type"]).toContain("application/problem+json");
    expect(answer.problems).toMatchObject([{ pointer, code: "no-rule-set" }]);
  });

  it.each([
    ["a broken text", "{", "not-json", ""],
    ["a name that is given twice", '{"case": {}, "case": {}}', "duplicate-key", "/case"],
    ["__proto__", '{"case": {"__proto__": {}}}', "forbidden-key", "/case/__proto__"],
    ["an unknown field", { case: CASE, extra: 1 }, "unknown-field", "/extra"],
    ["no case", {}, "missing-field", ""],
    ["an unknown field of the case", { case: { ...CASE, extra: 1 } }, "unknown-field", "/case/extra"],
    ["a day outside the calendar", { case: CASE, asOf: "2025-02-30" }, "not-a-day", "/asOf"],
    [
      "an absence that the rules do not know",
      { case: { ...CASE, absences: [{ kind: "x", from: "2024-01-01", to: null }] } },
      "unknown-absence",
      "/case/absences/0/kind",
    ],
    ["a list", [], "wrong-type", ""],
    ["a year that is text", { case: CASE, rules: "2022" }, "wrong-type", "/rules"],
  ])("refuses %s, with its pointer", async (_what, body, code, pointer) => {
    const { status, headers, body: answer } = await evaluate(body);
    expect(status).toBe(400);
    expect(headers["content-type"]).toContain("application/problem+json");
    expect(answer).toMatchObject({ status: 400, title: "Bad Request" });
    expect(answer.problems[0]).toMatchObject({ code, pointer });
    expect(answer.problems[0].message).toMatch(/\w+/);
  });

  it("refuses a body of more than 2 MB: 413", async () => {
    const { status, body } = await evaluate(`{"case": "${"x".repeat(2_100_000)}"}`);
    expect(status).toBe(413);
    expect(body).toMatchObject({ status: 413 });
  });

  it("refuses what is not JSON by its content type: 415", async () => {
    const { status, headers } = await request(site).post("/api/v1/evaluate").type("form").send({ case: "x" });
    expect(status).toBe(415);
    expect(headers["content-type"]).toContain("application/problem+json");
  });

  it("refuses what is not UTF-8: 400", async () => {
    const bytes = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]);
    const sending = request(site).post("/api/v1/evaluate").set("Content-Type", "application/json");
    const { status, body } = await sending.serialize((given) => given).send(bytes as unknown as object);
    expect(status).toBe(400);
    expect(body.detail).toContain("UTF-8");
  });

  it("refuses nesting without end quickly", async () => {
    const { status, body } = await evaluate(`{"case": ${"[".repeat(500_000)}`);
    expect(status).toBe(400);
    expect(body.problems[0].code).toMatch(/too-deep|not-json/);
  });
});

describe("GET /api/v1/rule-sets", () => {
  it("lists the published sets", async () => {
    const { body } = await request(site).get("/api/v1/rule-sets");
    expect(body[0]).toMatchObject({
      regime: "kz-legal-consultants",
      effectiveYear: 2022,
      revision: 1,
      url: "/api/v1/rule-sets/2022",
    });
  });

  it("gives a set whose bytes have the hash that decisions name, and its ETag", async () => {
    const { headers, text, body } = await request(site).get("/api/v1/rule-sets/2022");
    const sha256 = createHash("sha256").update(text).digest("hex");
    expect(headers.etag).toBe(`"${sha256}"`);
    expect((await evaluate({ case: CASE })).body.ruleSet.sha256).toBe(sha256);
    expect(body.effectiveYear).toBe(2022);
  });

  it("says that nothing changed where the reader has it: 304", async () => {
    const { headers } = await request(site).get("/api/v1/rule-sets/2022");
    const again = await request(site)
      .get("/api/v1/rule-sets/2022")
      .set("If-None-Match", headers.etag as string);
    expect(again.status).toBe(304);
    expect(again.text).toBe("");
  });

  it("gives the text of the Rules", async () => {
    const { body } = await request(site).get("/api/v1/rule-sets/2022/text");
    expect(body.clauses.map(({ id }: { id: string }) => id)).toContain("7.2");
  });

  it.each([
    "/api/v1/rule-sets/2021",
    "/api/v1/rule-sets/x",
    "/api/v1/rule-sets/2021/text",
    "/api/v1/none",
    "/api/none",
  ])("%s is not found, as a problem document", async (path) => {
    const { status, headers, body } = await request(site).get(path);
    expect(status).toBe(404);
    expect(headers["content-type"]).toContain("application/problem+json");
    expect(body).toMatchObject({ status: 404, title: "Not Found" });
  });
});

describe("the wrong method", () => {
  it.each([
    ["get", "/api/v1/evaluate", "POST"],
    ["post", "/api/v1/rule-sets", "GET, HEAD"],
    ["delete", "/api/v1/rule-sets/2022", "GET, HEAD"],
    ["put", "/api/v1/openapi.json", "GET, HEAD"],
  ] as const)("%s %s answers 405 and what is allowed", async (method, path, allowed) => {
    const { status, headers } = await request(site)[method](path);
    expect(status).toBe(405);
    expect(headers.allow).toBe(allowed);
  });
});

describe("GET /api/v1/openapi.json", () => {
  it("describes every address that it names, and each of them answers", async () => {
    const { body } = await request(site).get("/api/v1/openapi.json");
    expect(body.openapi).toBe("3.1.0");
    for (const [path, operations] of Object.entries<Record<string, unknown>>(body.paths)) {
      if (!operations.get) continue;
      const { status } = await request(site).get(path.replace("{year}", "2022"));
      expect(status, path).toBe(200);
    }
  });

  it("has an example that is decided", async () => {
    const { body } = await request(site).get("/api/v1/openapi.json");
    const { example } = body.paths["/api/v1/evaluate"].post.requestBody.content["application/json"];
    expect((await evaluate(example)).status).toBe(200);
  });

  it("refers to nothing that it does not hold", async () => {
    const { text, body } = await request(site).get("/api/v1/openapi.json");
    const names = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name as string);
    expect(names.filter((name) => !(name in body.components.schemas))).toEqual([]);
    expect(text).not.toMatch(/"\$ref":"[^#]/);
  });

  it("describes decisions as they are", async () => {
    const validate = createValidator(DecisionSchema);
    for (const trace of [true, false]) {
      const { body } = await evaluate({ case: worked.case, asOf: worked.asOf, trace });
      expect(validate(body, 1000)).toEqual([]);
    }
  });
});
