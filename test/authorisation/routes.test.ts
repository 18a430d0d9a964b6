import type { Express } from "express";
import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../server/app.ts";
import { may } from "../../server/authorisation/may.ts";
import { isGuarded } from "../../server/http/mount.ts";
import type { Route } from "../../server/http/route.ts";
import { createSendPage } from "../../server/pages/page.ts";
import { createRoutes } from "../../server/routes.ts";
import { createTestServices } from "../server/site.ts";
import { signIn, type Visitor, visit } from "../server/visitor.ts";
import { addressOf, namedIn } from "./addresses.ts";
import { accountOf, PEOPLE, type Person, settle } from "./people.ts";
import { whoMayReach } from "./who-may-reach-what.ts";

const services = await createTestServices();
const app: Express = createApp(services);
const routes: Route[] = Object.values(createRoutes(services, createSendPage(services))).flat();
const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
const named = routes.map((route) => [nameOf(route), route] as const);

beforeAll(() => settle(services.store));

const arrive = (person: Person): Promise<Visitor> | Visitor => {
  const account = accountOf(person);
  return account ? signIn(app, services, account) : visit(app);
};

/** Whether somebody was turned away: asked to sign in, or told that they may not. */
const isTurnedAway = ({ status, headers }: { status: number; headers: Record<string, string> }): boolean =>
  status === 401 || status === 403 || /\/sign-in\?next=/.test(headers.location ?? "");

/** The page that a form is on: for who is not signed in, where there is one, the page at its own address. */
const pageOf = ({ path }: Route, person: Person): string =>
  person === "nobody" && routes.some((other) => other.method === "get" && other.path === path)
    ? addressOf(path)
    : "/en/";

async function ask(route: Route, person: Person) {
  const visitor = await arrive(person);
  const address = addressOf(route.path);
  if (route.method === "get") return visitor.get(address);
  const csrf = await visitor.formToken(pageOf(route, person));
  const sending = route.body === "upload" ? visitor.postFile(address, { csrf }) : visitor.postAsIs(address, { csrf });
  return sending.set({ Host: "qagida.test", Referer: "http://qagida.test/en/" });
}

describe("the routes of the application", () => {
  interface Layer {
    name: string;
    handle: { stack?: unknown };
    route?: { path: string; stack: { method?: string; handle: { name: string } }[] };
    match(path: string): boolean;
  }
  const layers = (app.router as unknown as { stack: Layer[] }).stack;

  it("are those of the table of routes, and no other is mounted around it", () => {
    const mounted = layers.flatMap(({ route }) =>
      route ? [...new Set(route.stack.map(({ method }) => method))].map((method) => `${method} ${route.path}`) : [],
    );
    const others = [...new Set(routes.map(({ path }) => `undefined ${path}`))];
    expect(mounted.sort()).toEqual([...routes.map(nameOf), ...others].sort());
  });

  it("have nothing before, between and after them but what is known, and no router within", () => {
    const between = layers.filter(({ route }) => !route);
    expect(between.filter(({ handle }) => handle.stack !== undefined)).toEqual([]);
    expect(between.map(({ name }) => name)).toEqual([
      "logged",
      "helmetMiddleware",
      "recognised",
      "notFound",
      "problemDocuments",
      "languageOfAddress",
      "notFound",
      "shownAsPage",
    ]);
  });

  it("ask the table of authorisation before anything else", () => {
    for (const { route } of layers) {
      for (const method of ["get", "post"]) {
        const first = route?.stack.find((handler) => handler.method === method);
        if (first) expect(first.handle.name, `${method} ${route?.path}`).toBe("authorised");
      }
    }
  });

  it("are each named once", () => {
    expect(new Set(routes.map(nameOf)).size).toBe(routes.length);
  });

  it.each(named)("%s is answered at its own address, by no route before it", (_, { path }) => {
    expect(layers.find((layer) => layer.route && layer.match(addressOf(path)))?.route?.path).toBe(path);
  });

  it("take a form, where they change something, that can carry its token", () => {
    expect(routes.filter((route) => isGuarded(route) && !route.body).map(nameOf)).toEqual([]);
  });
});

describe.each(named)("%s", (_, route) => {
  it("is reached by those of the table, and of the summary by hand, and by nobody else", {
    timeout: 30_000,
  }, async () => {
    const reached: Person[] = [];
    for (const person of PEOPLE) if (!isTurnedAway(await ask(route, person))) reached.push(person);
    const byTable = PEOPLE.filter((person) => {
      const account = accountOf(person);
      const names = namedIn(route.path);
      return may(account, route.action, Object.keys(names).length > 0 ? names : { account: account?.id });
    });
    expect(reached).toEqual(byTable);
    expect([...reached].sort()).toEqual([...whoMayReach(route)].sort());
  });
});
