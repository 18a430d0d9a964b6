import { setTimeout as wait } from "node:timers/promises";
import { findingOfReproduction } from "../../server/replay/finding.ts";
import { keepLookingBack } from "../../server/replay/looking-back/kept/keep-looking-back.ts";
import type { Account, Role, Stored } from "../../server/store/records.ts";
import type { Store } from "../../server/store/store.ts";
import { changed } from "../adoption/drafts.ts";
import { makeSmallCountry, openCountrySite } from "../replay/country-site.ts";
import { type Site, startSite } from "./site.ts";

/** A draft that asks for 14 points. */
const STRICTER = changed((set) => {
  set.amounts.find(({ id }: { id: string }) => id === "norm").value = 14;
  set.examples = [];
});

/** A running application over a small country, with a draft to try and a reproduction that found a difference. */
export async function startLookingBackSite(): Promise<Site> {
  const { services, keepDraft } = await openCountrySite(await makeSmallCountry());
  const { store, now, today } = services;
  await keepDraft("stricter", STRICTER, "14 балл");
  const unlike = {
    code: "differs",
    decision: "almaty-city/2024/c-00001/1",
    place: "/points/credited",
    recorded: "12",
    now: "10",
  } as const;
  const at = now().toISOString();
  await keepLookingBack(
    store,
    findingOfReproduction({ decisions: 9, places: { "almaty-city/2024": 9 }, unlike: [unlike] }),
    {
      ...{ by: { account: "auditor", name: "Сауле Қасымова" }, at, note: "W".repeat(300), submission: "unlike" },
      ...{ chamber: null, asked: { kind: "reproduce" }, scope: { years: [2024] }, from: { at, events: 500 } },
    },
  );
  return startSite({ store, now, today });
}

/** A running application over a small country whose log takes its time to be read. */
export async function startSlowSite(): Promise<Site> {
  const { services } = await openCountrySite(await makeSmallCountry());
  const { store, now, today } = services;
  const slow: Store = {
    ...store,
    events: async function* (from, to) {
      await wait(4_000);
      yield* store.events(from, to);
    },
  };
  return startSite({ store: slow, now, today });
}

/** Somebody of the country who holds a role. */
export async function holderOf({ services }: Site, role: Role): Promise<Stored<Account>> {
  const found = (await services.store.accounts()).find(({ state }) =>
    state.grants.some((grant) => grant.role === role),
  );
  if (!found) throw new Error(`there is no ${role}`);
  return found;
}
