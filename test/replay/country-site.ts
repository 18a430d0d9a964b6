import { join } from "node:path";
import type { Express } from "express";
import { publishAdopted } from "../../server/adoption/published-in-store.ts";
import { createApp } from "../../server/app.ts";
import { rulesOfCountry } from "../../server/demo/generate/rules-of-country.ts";
import { makeCountry } from "../../server/demo/make-country.ts";
import { PROJECT_ROOT } from "../../server/project-root.ts";
import { readRuleBook } from "../../server/published-rules.ts";
import type { Services } from "../../server/services.ts";
import { openStore } from "../../server/store/open-store.ts";
import type { Account, Draft, Role, Stored } from "../../server/store/records.ts";
import { createTestServices } from "../server/site.ts";
import { signIn, type Visitor } from "../server/visitor.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const TODAY = "2026-11-23";
const SETTINGS = { seed: 5, consultants: 80, today: TODAY };
const SYSTEM = { account: null, name: "Qagida" };

/** A store in a folder of its own that holds a small country. */
export async function makeSmallCountry(): Promise<string> {
  const folder = join(temporaryFolder("replay"), "store");
  const rules = rulesOfCountry(readRuleBook(join(PROJECT_ROOT, "rules")));
  await makeCountry(folder, SETTINGS, { rules, threads: 0 });
  return folder;
}

export const draftOf = (text: string, title = "12 points"): Draft => ({
  title,
  status: "draft",
  authors: [SYSTEM],
  basedOn: null,
  correction: null,
  text,
  review: null,
  remarks: [],
  looked: [],
  ending: null,
});

/** The real application over a small country. */
export interface CountrySite {
  folder: string;
  app: Express;
  services: Services;
  account(role: Role): Promise<Stored<Account>>;
  as(role: Role): Promise<Visitor>;
  keepDraft(id: string, text: string, title?: string): Promise<void>;
}

const now = () => new Date(`${TODAY}T06:00:00.000Z`);

export const createCountrySite = async (): Promise<CountrySite> => openCountrySite(await makeSmallCountry());

/** The application over the country in a folder, or in a database. */
export async function openCountrySite(folder: string, databaseUrl: string | null = null): Promise<CountrySite> {
  const store = await openStore({ dataFolder: folder, databaseUrl, now });
  const services = await createTestServices({ store, now, today: () => TODAY });
  await publishAdopted(store, services.rules);
  const app = createApp(services);
  const account = async (role: Role): Promise<Stored<Account>> => {
    const found = (await store.accounts()).find(({ state }) => state.grants.some((grant) => grant.role === role));
    if (!found) throw new Error(`there is no ${role}`);
    return found;
  };
  return {
    folder,
    app,
    services,
    account,
    as: async (role) => signIn(app, services, await account(role)),
    keepDraft: async (id, text, title) => {
      const from = (await store.draft(id))?.version ?? 0;
      const records = [{ kind: "draft", id, from, state: draftOf(text, title) }] as const;
      await store.commit({ action: "draft.save", by: SYSTEM, records });
    },
  };
}
