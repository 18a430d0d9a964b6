import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createApp } from "../../server/app.ts";
import { createServices, type Services } from "../../server/services.ts";
import { checkStore } from "../../server/store/check/check-store.ts";
import { openTemporaryStore } from "../server/temporary-store.ts";
import { visit } from "../server/visitor.ts";
import { eventsOf, SMALL } from "./small-country.ts";

let services: Services;

beforeAll(async () => {
  const { store } = await openTemporaryStore();
  await store.takeOver(eventsOf({ ...SMALL, consultants: 60 }));
  services = createServices({ store, demo: true, logger: pino({ level: "silent" }) });
}, 60_000);

afterAll(() => services.store.close());

it("is a store in which nothing is found amiss", async () => {
  const problems: unknown[] = [];
  for await (const problem of checkStore(services.store)) problems.push(problem);
  expect(problems).toEqual([]);
});

it("lets a visitor in as any role by one click, and shows a chamber's year", async () => {
  const app = createApp(services);
  const visitor = visit(app);
  const { text } = await visitor.get("/kk/sign-in");
  const offered = [...text.matchAll(/name="account" value="([^"]+)"/g)].map(([, id]) => id);
  const collegium = ["editor", "editor-2", "member", "member-2", "member-3"];
  expect(offered.sort()).toEqual(
    ["administrator", "auditor", "consultant", "officer-almaty-city", ...collegium].sort(),
  );

  await visitor.post("/kk/sign-in/demo", { account: "officer-almaty-city" }, "/kk/sign-in");
  const [first] = await services.store.casesOf("almaty-city", 2024);
  const year = await visitor.get("/kk/chambers/almaty-city/2024");
  expect(year.status).toBe(200);
  expect(year.text).toContain(first?.state.consultantName.split(" ")[0]);
  expect((await visitor.get("/kk/chambers/astana/2024")).status).toBe(403);
});

it("shows the case with its decisions, and what the auditor sees of it", async () => {
  const visitor = visit(createApp(services));
  await visitor.post("/ru/sign-in/demo", { account: "auditor" }, "/ru/sign-in");
  const [{ id, state } = { id: "", state: null }] = await services.store.casesOf("almaty-city", 2024);
  const shown = await visitor.get(`/ru/chambers/${id}`);
  expect(shown.status).toBe(200);
  expect(shown.text).toContain(state?.consultantName.split(" ")[0]);
  expect((await visitor.get("/ru/audit")).status).toBe(200);
});
