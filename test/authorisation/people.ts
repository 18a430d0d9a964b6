import { idOfToken } from "../../server/sessions/secret-token.ts";
import type { RecordChange } from "../../server/store/change.ts";
import type { Account, Grant, Stored } from "../../server/store/records.ts";
import type { Store } from "../../server/store/store.ts";

const GRANTS = {
  "the consultant": [{ role: "consultant", consultant: "c-00001" }],
  "another consultant": [{ role: "consultant", consultant: "c-00002" }],
  "the officer": [{ role: "officer", chamber: "almaty-city" }],
  "another chamber's officer": [{ role: "officer", chamber: "astana-city" }],
  "the editor": [{ role: "editor" }],
  "the member": [{ role: "member" }],
  "the auditor": [{ role: "auditor" }],
  "the administrator": [{ role: "administrator" }],
  "who holds no role": [],
} as const satisfies Record<string, readonly Grant[]>;

/** Somebody who asks: by the roles that they hold. */
export type Person = keyof typeof GRANTS | "nobody";

export const PEOPLE = [...(Object.keys(GRANTS) as (keyof typeof GRANTS)[]), "nobody"] as const;

export const SIGNED_IN = PEOPLE.filter((person) => person !== "nobody");

const idOf = (person: Person): string => person.replaceAll(/[^a-z]/g, "-");

/** The account of somebody; null for nobody. */
export const accountOf = (person: Person): Stored<Account> | null =>
  person === "nobody"
    ? null
    : {
        id: idOf(person),
        version: 1,
        state: { login: idOf(person), name: person, grants: [...GRANTS[person]], closed: false },
      };

const named = (name: string) => ({ kk: name, ru: name, en: name });

const chamber = (id: string): RecordChange => ({
  kind: "chamber",
  id,
  from: 0,
  state: { name: named(id), region: named(id) },
});

const consultant = (id: string): RecordChange => ({
  kind: "consultant",
  id,
  from: 0,
  state: { name: id, chamber: "almaty-city", memberSince: "2019-04-01", memberUntil: null, absences: [] },
});

const account = ({ id, state }: Stored<Account>): RecordChange => ({ kind: "account", id, from: 0, state });

const CASE: RecordChange = {
  kind: "case",
  id: "almaty-city/2024/c-00001",
  from: 0,
  state: {
    chamber: "almaty-city",
    reportingYear: 2024,
    consultant: "c-00001",
    consultantName: "c-00001",
    content: { reportingYear: 2024, consultant: { id: "c-00001", memberSince: "2019-04-01" }, activities: [] },
    latest: null,
  },
};

/** An account that nobody of the people holds: what is done to an account is done to this one. */
const SOMEBODY: Stored<Account> = {
  id: "somebody",
  version: 1,
  state: { login: "somebody", name: "Somebody", grants: [], closed: false },
};

/** A link that works, with the token that stands in the addresses. */
const LINK: RecordChange = {
  kind: "link",
  id: idOfToken("A".repeat(43)),
  from: 0,
  state: { purpose: "invitation", account: SOMEBODY.id, expiresAt: "9999-12-31T00:00:00.000Z" },
};

/** Puts everybody, two chambers and the consultant's case of 2024 into an empty store. */
export async function settle(store: Store): Promise<void> {
  await store.commit({
    action: "store.load",
    by: { account: null, name: "Qagida" },
    records: [
      ...["almaty-city", "astana-city"].map(chamber),
      ...["c-00001", "c-00002"].map(consultant),
      CASE,
      ...PEOPLE.flatMap((person) => accountOf(person) ?? []).map(account),
      account(SOMEBODY),
      LINK,
    ],
  });
}
