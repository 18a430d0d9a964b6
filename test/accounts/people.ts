import type { Express } from "express";
import { hashPassword } from "../../server/accounts/passwords/hash-password.ts";
import { createApp } from "../../server/app.ts";
import type { Services } from "../../server/services.ts";
import type { RecordChange } from "../../server/store/change.ts";
import type { Account, Grant, Stored } from "../../server/store/records.ts";
import { createTestServices } from "../server/site.ts";

/** The password of everybody in these tests. */
export const PASSWORD = "тауда қар ерте еріді";
/** One that is not theirs. */
export const OTHER_PASSWORD = "бұлақ суы мөлдір таза";

const NOBODY = { account: null, name: "Qagida" };
const passwordHash = hashPassword(PASSWORD);

/** A site with the clock of the test, and its services. */
export interface Place {
  app: Express;
  services: Services;
}

/** The real application on an empty embedded store; time is that of `Date`, so that the test can move it. */
export async function openPlace(given: Partial<Services> = {}): Promise<Place> {
  const services = await createTestServices({ now: () => new Date(), ...given });
  return { services, app: createApp(services) };
}

/** Adds a chamber and a consultant of it, whom roles may be for. */
export async function addChamber({ services }: Place): Promise<void> {
  const name = { kk: "Алматы қаласының палатасы", ru: "Палата города Алматы", en: "Chamber of Almaty" };
  const consultant = {
    name: "Асан",
    chamber: "almaty-city",
    memberSince: "2019-04-01",
    memberUntil: null,
    absences: [],
  };
  await services.store.commit({
    action: "store.load",
    by: NOBODY,
    records: [
      { kind: "chamber", id: "almaty-city", from: 0, state: { name, region: name } },
      { kind: "consultant", id: "c-00042", from: 0, state: consultant },
    ],
  });
}

/** Adds an account with the password of these tests; its id is its login. */
export async function addAccount(
  { services: { store } }: Place,
  login: string,
  grants: Grant[] = [],
  rest: Partial<Account> & { passwordHash?: string } = {},
): Promise<Stored<Account>> {
  const { passwordHash: given, ...state } = rest;
  const credential = { passwordHash: given ?? (await passwordHash), changedAt: new Date().toISOString() };
  const records: RecordChange[] = [
    {
      kind: "account",
      id: login,
      from: 0,
      state: { login, name: `Name of ${login}`, grants, closed: false, ...state },
    },
    { kind: "credential", id: login, from: 0, state: credential },
  ];
  await store.commit({ action: "store.load", by: NOBODY, records });
  return (await store.account(login)) as Stored<Account>;
}
