import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../server/app.ts";
import { createSendPage } from "../../server/pages/page.ts";
import { createRoutes } from "../../server/routes.ts";
import type { Account, Stored } from "../../server/store/records.ts";
import { createTestServices } from "../server/site.ts";
import { signIn } from "../server/visitor.ts";
import { addressOf } from "./addresses.ts";
import { accountOf, settle } from "./people.ts";
import { whoMayReach } from "./who-may-reach-what.ts";

const services = await createTestServices();
const app = createApp(services);
const ofCases = Object.values(createRoutes(services, createSendPage(services)))
  .flat()
  .filter(({ path }) => path.includes("/chambers/:chamber/") && path.includes("/:consultant"))
  .map((route) => [`${route.method} ${route.path}`, route] as const);

beforeAll(() => settle(services.store));

/** The address of a record as if it were the other chamber's. */
const misplaced = (path: string): string => addressOf(path).replace("almaty-city", "astana-city");

describe.each(ofCases)("%s", (_, route) => {
  it("reaches no record of a chamber through another chamber's address", async () => {
    const people = ["another chamber's officer", "the consultant"] as const;
    for (const person of people.filter((one) => one !== "the consultant" || whoMayReach(route).includes(one))) {
      const visitor = await signIn(app, services, accountOf(person) as Stored<Account>);
      const fields = { csrf: await visitor.formToken() };
      const { size } = await services.store.head();
      const address = misplaced(route.path);
      const send = route.body === "upload" ? visitor.postFile : visitor.postAsIs;
      const { status } = await (route.method === "get" ? visitor.get(address) : send(address, fields));
      expect(status, person).toBe(404);
      expect((await services.store.head()).size).toBe(size);
    }
  });
});
