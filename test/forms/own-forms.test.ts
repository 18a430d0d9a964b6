import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../server/app.ts";
import { isGuarded } from "../../server/http/mount.ts";
import { createSendPage } from "../../server/pages/page.ts";
import { createRoutes } from "../../server/routes.ts";
import { addressOf } from "../authorisation/addresses.ts";
import { accountOf, type Person, settle } from "../authorisation/people.ts";
import { whoMayReach } from "../authorisation/who-may-reach-what.ts";
import { createTestServices } from "../server/site.ts";
import { signIn, type Visitor, visit } from "../server/visitor.ts";

const services = await createTestServices();
const app = createApp(services);
const guarded = Object.values(createRoutes(services, createSendPage(services)))
  .flat()
  .filter(isGuarded);

beforeAll(() => settle(services.store));

const arrive = async (person: Person): Promise<Visitor> => {
  const account = accountOf(person);
  return account ? signIn(app, services, account) : visit(app);
};

/** How a form is sent that must not be taken: its fields, and what the browser says of where it comes from. */
const WAYS: readonly [
  way: string,
  forged: (own: string) => Promise<{ csrf?: string; from?: Record<string, string> }>,
][] = [
  ["without its token", async () => ({})],
  ["with an empty token", async () => ({ csrf: "" })],
  [
    "with a token of the right length",
    async (own) => ({ csrf: own.replace(/^./, (first) => (first === "A" ? "B" : "A")) }),
  ],
  ["with another session's token", async () => ({ csrf: await (await arrive("the auditor")).formToken() })],
  ["from another site", async (csrf) => ({ csrf, from: { "Sec-Fetch-Site": "cross-site" } })],
  ["from another host of the domain", async (csrf) => ({ csrf, from: { "Sec-Fetch-Site": "same-site" } })],
  ["from another origin", async (csrf) => ({ csrf, from: { "Sec-Fetch-Site": "", Origin: "https://evil.example" } })],
  ["from a page that hides its origin", async (csrf) => ({ csrf, from: { "Sec-Fetch-Site": "", Origin: "null" } })],
  [
    "from another site's address",
    async (csrf) => ({ csrf, from: { "Sec-Fetch-Site": "", Referer: "https://evil.example/" } }),
  ],
  ["from nowhere", async (csrf) => ({ csrf, from: { "Sec-Fetch-Site": "" } })],
];

describe.each(guarded.map((route) => [`${route.method} ${route.path}`, route] as const))("%s", (_, route) => {
  it.each(WAYS)("refuses a form %s, and changes nothing", async (_way, forge) => {
    const people = whoMayReach(route);
    const visitor = await arrive(people.includes("nobody") ? "nobody" : (people[0] as Person));
    const own = await visitor.formToken(people.includes("nobody") ? addressOf(route.path) : "/en/");
    const { csrf, from = {} } = await forge(own);
    const { size } = await services.store.head();
    const fields: Record<string, string> = csrf === undefined ? {} : { csrf };
    const address = addressOf(route.path);
    const sending = route.body === "upload" ? visitor.postFile(address, fields) : visitor.postAsIs(address, fields);
    for (const [name, value] of Object.entries(from)) value ? sending.set(name, value) : sending.unset(name);
    const { status, text } = await sending;
    expect(status).toBe(403);
    expect(text).toContain("Nothing was changed.");
    expect((await services.store.head()).size).toBe(size);
  });
});
