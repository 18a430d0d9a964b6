import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTIONS, type Action } from "../../server/authorisation/actions.ts";
import { may } from "../../server/authorisation/may.ts";
import { TABLE } from "../../server/authorisation/table.ts";
import type { Whose } from "../../server/authorisation/whose.ts";
import type { Grant, Role } from "../../server/store/records.ts";
import { accountOf } from "./people.ts";

const ROLES: readonly Role[] = ["consultant", "officer", "editor", "member", "auditor", "administrator"];
const CHAMBERS = ["almaty-city", "astana-city"];
const CONSULTANTS = ["c-00001", "c-00002"];

const holding = (...grants: Grant[]) => ({
  id: "a",
  version: 1,
  state: { login: "a", name: "A", grants, closed: false },
});

const grants = fc.record(
  {
    role: fc.constantFrom(...ROLES),
    chamber: fc.constantFrom(...CHAMBERS),
    consultant: fc.constantFrom(...CONSULTANTS),
  },
  { requiredKeys: ["role"] },
);
const whose = fc.record(
  {
    chamber: fc.constantFrom(...CHAMBERS),
    consultant: fc.constantFrom(...CONSULTANTS),
    account: fc.constantFrom("a", "b"),
  },
  { requiredKeys: [] },
);
const actions = fc.constantFrom(...ACTIONS);

describe("the table of authorisation", () => {
  it("denies what it does not name, even where every object has something of that name", () => {
    for (const unknown of ["case.burn", "constructor", "toString", "__proto__", ""]) {
      expect(may(holding(...ROLES.map((role) => ({ role }))), unknown as Action, { account: "a" })).toBe(false);
    }
  });

  it("denies everything to a role that it does not name", () => {
    const strange = holding({ role: "constructor" as Role }, { role: "king" as Role });
    for (const action of ACTIONS) expect(may(strange, action)).toBe(may(holding(), action));
  });

  it("lets the officer of a chamber work on that chamber's records alone", () => {
    const officer = accountOf("the officer");
    expect(may(officer, "decision.record", { chamber: "almaty-city" })).toBe(true);
    expect(may(officer, "decision.record", { chamber: "astana-city" })).toBe(false);
    expect(may(officer, "decision.record", { chamber: "astana-city", consultant: "c-00001" })).toBe(false);
    expect(may(officer, "decision.record")).toBe(false);
  });

  it("lets a consultant read their own cases, at whichever chamber, and nobody else's", () => {
    const consultant = accountOf("the consultant");
    expect(may(consultant, "case.read", { chamber: "astana-city", consultant: "c-00001" })).toBe(true);
    expect(may(consultant, "case.read", { chamber: "almaty-city", consultant: "c-00002" })).toBe(false);
    expect(may(consultant, "case.read", { chamber: "almaty-city" })).toBe(false);
  });

  it("lets nobody do by a grant that names no chamber or consultant what needs one", () => {
    expect(may(holding({ role: "officer" }), "chamber.read", {})).toBe(false);
    expect(may(holding({ role: "consultant" }), "case.read", { chamber: "almaty-city" })).toBe(false);
  });

  it("lets the administrator see no case, record nothing and approve nothing", () => {
    const cases = ACTIONS.filter((action) =>
      /^(chamber|consultant|case|decision|sanction|document|draft|audit)\./.test(action),
    );
    const administrator = accountOf("the administrator");
    fc.assert(fc.property(fc.constantFrom(...cases), whose, (action, record) => !may(administrator, action, record)));
  });

  it("lets the auditor read, keep what looking back came to, and change nothing", () => {
    const changes = ACTIONS.filter((action) => !/\.(read|read-own|list|export|check|evaluate)$/.test(action));
    const beyond = changes.filter((action) => Object.hasOwn(TABLE.auditor, action));
    expect(beyond).toEqual(["replay.keep"]);
  });

  it("gives a person with several roles what each gives, and no more", () => {
    fc.assert(
      fc.property(fc.array(grants, { maxLength: 4 }), actions, whose, (held, action, record: Whose) => {
        const byEach = [holding(), ...held.map((grant) => holding(grant))].some((one) => may(one, action, record));
        expect(may(holding(...held), action, record)).toBe(byEach);
      }),
    );
  });

  it("lets whoever is signed in do what everybody may", () => {
    for (const action of ACTIONS) if (may(null, action)) expect(may(holding(), action)).toBe(true);
  });
});
