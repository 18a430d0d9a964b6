import type { Account, Actor, Role } from "../store/records.ts";
import { CHAMBERS, type DemoChamber } from "./chambers/chambers.ts";
import { personName } from "./people/person-name.ts";
import { Random, seedOf } from "./random.ts";
import { type Person, personOf } from "./story/person.ts";

/** An account of the demo; none has a password, since the demo is entered in one click. */
export interface DemoAccount {
  id: string;
  state: Account;
}

const account = (id: string, login: string, name: string, grant: Account["grants"][number]): DemoAccount => ({
  id,
  state: { login, name, grants: [grant], closed: false },
});

const nameFor = (seed: number, place: number, language: "kk" | "ru"): string => {
  const random = new Random(seedOf(seed, 77_000 + place));
  return personName(random, random.percent(55), language);
};

/** The language in which a chamber's officer writes. */
export const languageOf = ({ kazakh }: DemoChamber): "kk" | "ru" => (kazakh >= 50 ? "kk" : "ru");

/** The officer of each chamber, the largest first. */
export const officers = (seed: number): DemoAccount[] =>
  CHAMBERS.map((chamber, at) => {
    const login = `zkp-${String(at + 1).padStart(2, "0")}`;
    return account(`officer-${chamber.id}`, login, nameFor(seed, at, languageOf(chamber)), {
      role: "officer",
      chamber: chamber.id,
    });
  });

const OF_THE_COUNTRY: readonly { id: string; role: Role; language: "kk" | "ru" }[] = [
  { id: "administrator", role: "administrator", language: "ru" },
  { id: "editor", role: "editor", language: "kk" },
  { id: "member", role: "member", language: "kk" },
  { id: "auditor", role: "auditor", language: "ru" },
  { id: "editor-2", role: "editor", language: "ru" },
  { id: "member-2", role: "member", language: "ru" },
  { id: "member-3", role: "member", language: "kk" },
];

/**
 * The accounts whose role is not held for a chamber or a consultant; the first is the administrator's. The Collegium has
 * enough members for an adoption, and one who may object.
 */
export const accountsOfTheCountry = (seed: number): DemoAccount[] =>
  OF_THE_COUNTRY.map(({ id, role, language }, at) => account(id, id, nameFor(seed, 100 + at, language), { role }));

const isSettled = ({ chamber, memberSince, memberUntil, diligence }: Person): boolean =>
  chamber === CHAMBERS[0] && memberSince < "2022-01-01" && memberUntil === null && diligence < 1;

/** The account of a consultant: a long-standing member of the largest chamber who needed a warning at times. */
export function accountOfConsultant(seed: number, today: string, consultants: number): DemoAccount {
  let person = personOf(seed, 1, today);
  for (let number = 2; number <= consultants && !isSettled(person); number++) person = personOf(seed, number, today);
  return account("consultant", "consultant", person.name, { role: "consultant", consultant: person.id });
}

export const actorOf = ({ id, state }: DemoAccount): Actor => ({ account: id, name: state.name });
