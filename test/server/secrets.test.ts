import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { createApp } from "../../server/app.ts";
import { createSendPage } from "../../server/pages/page.ts";
import { createRoutes } from "../../server/routes.ts";
import { addressOf } from "../authorisation/addresses.ts";
import { accountOf, PEOPLE, settle } from "../authorisation/people.ts";
import { createTestServices } from "./site.ts";
import { beginSession, visit } from "./visitor.ts";

const PASSWORD = "secret-password-in-a-form";
const TOKEN = `secret-link-${"A".repeat(31)}`;

describe("the log", () => {
  it("has no password, and no token of a session, a form or a link, whatever is done by whomever", async () => {
    const lines: string[] = [];
    const logger = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
    const services = await createTestServices({ logger });
    await settle(services.store);
    const app = createApp(services);
    const routes = Object.values(createRoutes(services, createSendPage(services))).flat();
    const secrets = [PASSWORD, TOKEN];
    let requests = 0;

    for (const person of PEOPLE) {
      const account = accountOf(person);
      const token = account && (await beginSession(services, account));
      if (token) secrets.push(token);
      for (const route of routes) {
        if (route.path.endsWith("/sign-out")) continue;
        const visitor = visit(app, token ? `session=${token}` : "");
        const csrf = await visitor.formToken(token ? "/en/" : "/en/sign-in");
        if (csrf) secrets.push(csrf);
        const address = `${addressOf(route.path).replace("A".repeat(43), TOKEN)}?token=${TOKEN}`;
        const fields = { csrf, login: "the-auditor", password: PASSWORD, "new-password": PASSWORD, token: TOKEN };
        if (route.method === "get") await visitor.get(address);
        else if (route.body === "upload") await visitor.postFile(address, fields);
        else await visitor.postAsIs(address, fields);
        requests += 2;
      }
    }

    expect(lines.length).toBeGreaterThanOrEqual(requests);
    const log = lines.join("");
    for (const secret of new Set(secrets)) expect(log.includes(secret), secret).toBe(false);
    expect(log).not.toMatch(/"cookie"|"set-cookie"|argon2/i);
  }, 120_000);
});
