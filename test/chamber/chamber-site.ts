import type { Express } from "express";
import { createApp } from "../../server/app.ts";
import type { Services } from "../../server/services.ts";
import type { RecordChange } from "../../server/store/change.ts";
import type { Account, Actor, Consultant, Grant, Stored } from "../../server/store/records.ts";
import type { Store } from "../../server/store/store.ts";
import { createTestServices } from "../server/site.ts";
import { signIn, type Visitor } from "../server/visitor.ts";

const named = (name: string) => ({ kk: `${name} палатасы`, ru: `Палата ${name}`, en: `Chamber of ${name}` });

const chamber = (id: string, name: string): RecordChange => ({
  kind: "chamber",
  id,
  from: 0,
  state: { name: named(name), region: named(name) },
});

export const consultant = (id: string, given: Partial<Consultant> = {}): RecordChange => ({
  kind: "consultant",
  id,
  from: 0,
  state: {
    name: `Consultant ${id}`,
    chamber: "almaty-city",
    memberSince: "2019-04-01",
    memberUntil: null,
    absences: [],
    ...given,
  },
});

const account = (id: string, name: string, grants: Grant[]): Stored<Account> => ({
  id,
  version: 1,
  state: { login: id, name, grants, closed: false },
});

export const OFFICER = account("officer", "Gulnar Officer", [{ role: "officer", chamber: "almaty-city" }]);
export const AUDITOR = account("auditor", "Serik Auditor", [{ role: "auditor" }]);
export const CONSULTANT = account("aigerim", "Aigerim", [{ role: "consultant", consultant: "c-00001" }]);
export const SYSTEM: Actor = { account: null, name: "Qagida" };

/** The people, two chambers and a few consultants. */
export async function settle(store: Store, more: readonly RecordChange[] = []): Promise<void> {
  const accounts = [OFFICER, AUDITOR, CONSULTANT];
  await store.commit({
    action: "store.load",
    by: SYSTEM,
    records: [
      chamber("almaty-city", "Almaty"),
      chamber("astana-city", "Astana"),
      consultant("c-00001", { name: "Айгерім Сәрсенова" }),
      consultant("c-00002", { name: "Болат Ахметов" }),
      consultant("c-00003", {
        name: "Гүлнар Өтегенова",
        absences: [{ kind: "childcare-leave", from: "2024-02-01", to: null }],
      }),
      consultant("c-00004", { name: "Someone of Astana", chamber: "astana-city" }),
      ...accounts.map(({ id, state }): RecordChange => ({ kind: "account", id, from: 0, state })),
      ...more,
    ],
  });
}

/** The running application with people and chambers in its store. */
export interface ChamberSite {
  app: Express;
  services: Services;
  store: Store;
  officer: Visitor;
  auditor: Visitor;
  consultant: Visitor;
}

export async function createChamberSite(
  given: Partial<Services> = {},
  more: readonly RecordChange[] = [],
): Promise<ChamberSite> {
  const services = await createTestServices(given);
  await settle(services.store, more);
  const app = createApp(services);
  const [officer, auditor, own] = await Promise.all(
    [OFFICER, AUDITOR, CONSULTANT].map((person) => signIn(app, services, person)),
  );
  return {
    app,
    services,
    store: services.store,
    officer: officer as Visitor,
    auditor: auditor as Visitor,
    consultant: own as Visitor,
  };
}
