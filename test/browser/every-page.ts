import type { Express } from "express";
import { createApp } from "../../server/app.ts";
import { may } from "../../server/authorisation/may.ts";
import type { Route } from "../../server/http/route.ts";
import { createSendPage } from "../../server/pages/page.ts";
import { createRoutes } from "../../server/routes.ts";
import type { Services } from "../../server/services.ts";
import type { Account, Stored } from "../../server/store/records.ts";
import { SECTIONS } from "../../server/workspace/editor/sections.ts";
import { AUDITOR, CONSULTANT, OFFICER } from "../chamber/chamber-site.ts";
import { signIn, visit } from "../server/visitor.ts";
import { EDITOR, MEMBER } from "./reviewed-drafts.ts";
import { ADMINISTRATOR, type Filled } from "./whole-site.ts";

/** A page as somebody who uses it sees it: its address after the language. */
export interface PageToSee {
  route: string;
  path: string;
  who: Stored<Account> | null;
}

const USERS = [null, OFFICER, EDITOR, MEMBER, AUDITOR, ADMINISTRATOR, CONSULTANT];

const DRAFTS = ["torn", "norm", "contested", "adopted", "withdrawn"];
const EXAMPLES = ["five-seminars", "eight-points-warning-due", "made-up-in-the-month", "childcare-exempts"];

/** Where a page looks otherwise with other params: all of them, each as the params of the path and a query. */
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  "/rules/:year": ["/rules/2025", "/rules/2026"],
  "/check": ["/check", ...EXAMPLES.map((example) => `/check?rules=2022&example=${example}`)],
  "/timeline": ["/timeline", "/timeline?on=x"],
  "/timeline/compare": ["/timeline/compare?from=:earlierSet&to=:ruleSet"],
  "/accounts": ["/accounts", "/accounts?q=nobody"],
  "/chambers/:chamber/:year": ["", "?outcome=unfulfilled&sort=-points", "?q=nobody"].map(
    (query) => `/chambers/:chamber/:year${query}`,
  ),
  "/chambers/:chamber/:year/new": ["", "?consultant=c-00003"].map((query) => `/chambers/:chamber/:year/new${query}`),
  "/chambers/:chamber/:year/:consultant": ["c-00001", "c-00002", "c-20001"].map(
    (consultant) => `/chambers/:chamber/:year/${consultant}`,
  ),
  "/chambers/:chamber/:year/upload/:upload": ["/chambers/:chamber/:year/upload/:upload?:asked"],
  "/chambers/:chamber/:year/upload/:upload/refused": ["/chambers/:chamber/:year/upload/:upload/refused?:asked"],
  "/workspace/:draft": DRAFTS.map((draft) => `/workspace/${draft}`),
  "/workspace/:draft/sentences": ["/workspace/norm/sentences"],
  "/workspace/:draft/review": DRAFTS.map((draft) => `/workspace/${draft}/review`),
  "/workspace/:draft/history": DRAFTS.slice(0, 3).map((draft) => `/workspace/${draft}/history`),
  "/workspace/:draft/edit/:section": SECTIONS.map(({ id }) => `/workspace/:draft/edit/${id}`),
  "/workspace/:draft/edit/:section/:part": [
    "amounts/norm",
    "requirements/norm",
    "forms/seminar",
    "forms/podcast",
    "absences/suspension",
    "exemptions/suspension",
    "deadlines/report",
    "sanctions/warning",
    "interpretations/deadline-inclusive",
  ].map((part) => `/workspace/norm/edit/${part}`),
  "/workspace/:draft/examples/new": ["/workspace/contested/examples/new"],
  "/workspace/:draft/examples/recorded": ["", "?chamber=:chamber&year=:year&consultant=:consultant"].map(
    (query) => `/workspace/contested/examples/recorded${query}`,
  ),
  "/looking-back/known": ["/looking-back/known?day=:day"],
  "/looking-back/chambers/:chamber/known": ["/looking-back/chambers/:chamber/known?day=:day"],
  "/looking-back/what-if/:set": ["", "?flow=fulfilled>unfulfilled", "?year=:year&chamber=:chamber"].map(
    (query) => `/looking-back/what-if/:set${query}`,
  ),
  "/looking-back/kept": ["/looking-back/kept", "/looking-back/kept?kind=what-if&to=2000-01-01"],
  "/audit": ["/audit", "/audit?action=decision.record", "/audit?by=nobody"],
  "/audit/:seq": ["/audit/0", "/audit/4", "/audit/12", "/audit/20"],
};

/** Pages that say that there is nothing. */
const NOTHING_THERE = ["/nothing", "/rules/2021", "/link/nothing"];

/** A comparison is one of two results; on a chamber's pages they are of those that were kept there. */
function withResults(path: string): string {
  const whole = /\/kept\/compare(\/|$)/.test(path) ? `${path}?result=:result&result=:other` : path;
  if (!path.startsWith("/looking-back/chambers/")) return whole;
  return whole.replaceAll(":result", ":chamberResult").replaceAll(":other", ":chamberOther");
}

/** An example is one of the draft that has it; the impact is that of a draft which is whole. */
function ofDraft(path: string): string {
  if (path.includes("/:example")) return path.replace("/:draft/", "/norm/");
  return path.replace("/:draft/impact", "/:set/impact");
}

const variantsOf = (path: string): readonly string[] => VARIANTS[path] ?? [withResults(ofDraft(path))];

const paramsOf = (filled: Filled, services: Services): Record<string, string> => ({
  ...filled,
  earlierSet: services.rules.published[0]?.sha256 ?? "",
  chamber: "almaty-city",
  year: "2024",
  consultant: "c-00002",
  number: "1",
  account: "officer",
  clause: "3.2",
  seq: "1",
  draft: "norm",
  set: "norm",
  day: "2025-03-01",
  example: "five-seminars",
});

function filledIn(path: string, params: Record<string, string>): string {
  return path.replaceAll(/:(\w+)/g, (_, param: string) => {
    const value = params[param];
    if (!value) throw new Error(`say in test/browser/every-page.ts what stands for the param ${param}`);
    return value;
  });
}

const isFile = (headers: Record<string, string>): boolean =>
  headers["content-disposition"] !== undefined || !headers["content-type"]?.startsWith("text/html");

type Kind = "page" | "file" | "way";

/** Asks for an address as somebody: whether a page, a file or a way on is there; null where nothing is. */
async function kindOf(app: Express, services: Services, { path, who }: PageToSee): Promise<Kind | null> {
  const visitor = who ? await signIn(app, services, who) : visit(app);
  const { status, headers } = await visitor.get(`/en${path}`);
  if (status >= 400) return null;
  if (status >= 300) return "way";
  return isFile(headers) ? "file" : "page";
}

/** Who of the people may use a route. */
function usersOf({ action, path }: Route, params: Record<string, string>): (Stored<Account> | null)[] {
  const named = Object.fromEntries(
    ["chamber", "consultant", "account"].flatMap((param) =>
      path.includes(`/:${param}`) ? [[param, params[param]]] : [],
    ),
  );
  const users = USERS.filter((who) => may(who, action, Object.keys(named).length > 0 ? named : { account: who?.id }));
  if (users.length === 0) throw new Error(`nobody in test/browser/every-page.ts may open ${path}`);
  return users;
}

/**
 * Every address of the site that was filled, made from the routes: a route that is new is among them by itself.
 * @param given other values for the params of paths
 */
export async function everyAddress(
  services: Services,
  filled: Filled,
  given: Record<string, string> = {},
): Promise<{ pages: PageToSee[]; files: PageToSee[] }> {
  const app = createApp(services);
  const params = { ...paramsOf(filled, services), ...given };
  const pages = NOTHING_THERE.map((path): PageToSee => ({ route: path, path, who: null }));
  const files: PageToSee[] = [];
  const absent: string[] = [];
  const { pages: routes } = createRoutes(services, createSendPage(services));
  for (const route of routes.filter(({ method }) => method === "get")) {
    const local = route.path.replace("/:language", "") || "/";
    for (const path of variantsOf(local)) {
      const address = filledIn(path, params);
      const kinds = new Set<Kind | null>();
      for (const who of usersOf(route, params)) {
        const place = { route: local, path: address, who };
        const kind = await kindOf(app, services, place);
        kinds.add(kind);
        if (kind === "page") pages.push(place);
        if (kind === "file") files.push(place);
        if (kind === "page" || kind === "file") break;
      }
      if (kinds.size === 1 && kinds.has(null)) absent.push(address);
    }
  }
  if (absent.length > 0) throw new Error(`say in test/browser/every-page.ts what stands for the params of ${absent}`);
  return { pages, files };
}
