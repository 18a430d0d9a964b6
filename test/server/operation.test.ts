import { Writable } from "node:stream";
import { type Logger, pino } from "pino";
import request from "supertest";
import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../../server/config.ts";
import { createSite } from "./site.ts";

const site = await createSite();

describe("/healthz", () => {
  it("says that the server is well, and with how many rule sets", async () => {
    const { status, body } = await request(site).get("/healthz");
    expect(status).toBe(200);
    expect(body).toEqual({ status: "ok", ruleSets: 1, store: "embedded", seals: { last: null, fault: null } });
  });
});

describe("the headers", () => {
  it.each(["/kk/", "/kk/nothing", "/api/v1/rule-sets"])("of %s keep the page to this site", async (path) => {
    const { headers } = await request(site).get(path);
    const policy = headers["content-security-policy"] as string;
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain("unsafe");
    for (const rule of ["base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'", "form-action 'self'"]) {
      expect(policy).toContain(rule);
    }
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers).not.toHaveProperty("x-powered-by");
  });

  it("let a browser keep the assets for good: their address names their version", async () => {
    const { text } = await request(site).get("/kk/");
    const [, style = ""] = /href="([^"]+\.css)"/.exec(text) ?? [];
    const { status, headers } = await request(site).get(style);
    expect(status).toBe(200);
    expect(headers["cache-control"]).toContain("immutable");
  });

  it("let nobody keep what was typed", async () => {
    const { headers } = await request(site).post("/en/check").type("form").send({ "/reportingYear": "2024" });
    expect(headers["cache-control"]).toBe("no-store");
  });

  it("need no inline style or script in any page", async () => {
    for (const path of ["/kk/", "/kk/rules/2025", "/kk/check?rules=2022&example=five-seminars", "/kk/api"]) {
      const { text } = await request(site).get(path);
      expect(text).not.toMatch(/<style|\sstyle="|<script(?![^>]*src=)|\son\w+="/);
    }
  });
});

function logged(): { lines: Record<string, unknown>[]; logger: Logger } {
  const lines: Record<string, unknown>[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  return { lines, logger: pino(sink) };
}

describe("the log", () => {
  it("has one line a request, with its id, and nothing that was typed", async () => {
    const { lines, logger } = logged();
    const app = await createSite({ logger });
    const sending = request(app).post("/en/check?secret=1").set("X-Request-Id", "abc-1").set("Cookie", "secret=2");
    const { headers } = await sending.type("form").send({ "/activities/0/title": "secret" });
    expect(headers["x-request-id"]).toBe("abc-1");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ req: { id: "abc-1", method: "POST", path: "/en/check" }, res: { status: 422 } });
    expect(JSON.stringify(lines)).not.toContain("secret");
  });

  it("has the error of a request that failed, while the page says nothing of it", async () => {
    const { lines, logger } = logged();
    const today = (): string => {
      throw new Error("the clock broke");
    };
    const app = await createSite({ logger, today });
    const page = await request(app).get("/en/rules/2025");
    expect(page.status).toBe(500);
    expect(page.text).toContain("<h1>Something went wrong on our side</h1>");
    const api = await request(app).post("/api/v1/evaluate").send({ case: {} });
    expect(api.body).toMatchObject({ status: 500, title: "Internal Server Error" });
    expect(page.text + api.text).not.toMatch(/clock broke|node_modules|\n\s+at /);
    expect(lines).toHaveLength(2);
    expect(JSON.stringify(lines)).toContain("the clock broke");
  });
});

describe("the settings", () => {
  it("have defaults that are safe on one's own machine", () => {
    expect(readConfig({})).toEqual({
      host: "127.0.0.1",
      port: 3000,
      trustProxy: false,
      dataFolder: "data",
      databaseUrl: null,
      sealsFolder: "data.seals",
      quorum: 2,
    });
  });

  it("are read from the environment", () => {
    const embedded = { HOST: "0.0.0.0", PORT: "8080", TRUST_PROXY: "1", QAGIDA_DATA: "/srv/qagida/" };
    expect(readConfig(embedded)).toMatchObject({ host: "0.0.0.0", port: 8080, trustProxy: 1 });
    expect(readConfig(embedded)).toMatchObject({ dataFolder: "/srv/qagida/", sealsFolder: "/srv/qagida.seals" });
    const shared = { DATABASE_URL: "postgresql://localhost/qagida", QAGIDA_SEALS: "/mnt/seals", QAGIDA_QUORUM: "5" };
    expect(readConfig(shared)).toMatchObject({
      databaseUrl: shared.DATABASE_URL,
      sealsFolder: "/mnt/seals",
      quorum: 5,
    });
  });

  it.each([{ PORT: "x" }, { PORT: "70000" }, { TRUST_PROXY: "maybe" }, { QAGIDA_QUORUM: "0" }])(
    "refuse %o in a clear sentence",
    (environment) => {
      expect(() => readConfig(environment)).toThrow(ConfigError);
    },
  );
});
