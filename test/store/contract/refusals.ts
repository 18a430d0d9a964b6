import { expect, it } from "vitest";
import type { Change, RecordChange } from "../../../server/store/change.ts";
import { InvalidChange } from "../../../server/store/failures.ts";
import {
  account,
  caseChange,
  caseRecord,
  chamber,
  chamberWith,
  change,
  consultant,
  decisionChange,
  session,
} from "../sample.ts";
import { type EmptyPlace, openIn } from "./place.ts";

const bytes = "ab".repeat(32);

const rule = { regime: "kz", effectiveYear: 2022, revision: 1, adoptedOn: null, draft: null, text: "{}" };
const document = { name: "a.pdf", sha256: bytes, mediaType: "application/pdf", bytes: 1, case: "almaty/2024/c-1" };

/** Changes that no store may keep, on a chamber `almaty` with a case of 2024 decided once, and one account. */
const REFUSED: [why: string, records: RecordChange[]][] = [
  ["a case under another id than its own", [{ ...caseChange("almaty", 2024, "c-1"), id: "almaty/2023/c-1" }]],
  ["a case of two parts", [{ ...caseChange("almaty", 2024, "c-1"), id: "almaty/2024" }]],
  ["an id with a slash", [{ kind: "chamber", id: "a/b", from: 0, state: chamber("A") }]],
  ["an id that climbs out of a folder", [{ kind: "chamber", id: "..", from: 0, state: chamber("A") }]],
  ["an empty id", [{ kind: "chamber", id: "", from: 0, state: chamber("A") }]],
  ["an id with U+0000", [{ kind: "chamber", id: "a\u0000", from: 0, state: chamber("A") }]],
  ["a version below zero", [{ kind: "chamber", id: "astana", from: -1, state: chamber("A") }]],
  ["a consultant of no chamber", [{ kind: "consultant", id: "c-9", from: 0, state: consultant("nowhere") }]],
  ["a case of nobody", [caseChange("almaty", 2024, "c-9")]],
  ["a case of no chamber", [caseChange("nowhere", 2024, "c-1")]],
  ["a decision on no case", [decisionChange("almaty", 2023, "c-1")]],
  ["a decision that leaves a number out", [decisionChange("almaty", 2024, "c-1", 3)]],
  ["a change of a decision", [{ ...decisionChange("almaty", 2024, "c-1"), from: 1 }]],
  ["a rule set under no SHA-256", [{ kind: "rule-set", id: "2022", from: 0, state: rule }]],
  ["a change of a rule set", [{ kind: "rule-set", id: bytes, from: 1, state: rule }]],
  [
    "a document under another SHA-256",
    [{ kind: "document", id: `almaty/2024/c-1/${"cd".repeat(32)}`, from: 0, state: document }],
  ],
  ["a session of nobody", [{ kind: "session", id: "s1", from: 0, state: session("nobody") }]],
  ["a removed case", [{ kind: "case", id: "almaty/2024/c-1", from: 1, state: null }]],
  ["a removed chamber", [{ kind: "chamber", id: "almaty", from: 1, state: null }]],
  ["a removal from version 0", [{ kind: "draft", id: "d1", from: 0, state: null }]],
  ["the same record twice", [caseChange("almaty", 2023, "c-1"), caseChange("almaty", 2023, "c-1")]],
];

const TEXTS: [what: string, text: string][] = [
  ["U+0000", "a\u0000b"],
  ["half of a surrogate pair", "a\ud83d"],
  ["the other half", "\ude00b"],
];

/** What each store refuses alike, so that whatever one has kept, the other can keep. */
export function refusals(emptyPlace: EmptyPlace): void {
  const refuses = async (prepared: Change[], refused: Change): Promise<void> => {
    const { store } = await openIn(emptyPlace);
    for (const one of prepared) await store.commit(one);
    await expect(store.commit(refused)).rejects.toBeInstanceOf(InvalidChange);
    expect(await store.head()).toEqual({ size: prepared.length });
  };
  const country = [
    chamberWith("almaty"),
    change([caseChange("almaty", 2024, "c-1"), decisionChange("almaty", 2024, "c-1")]),
    change([{ kind: "account", id: "acc-1", from: 0, state: account("aigul") }]),
    change([{ kind: "session", id: "s-kept", from: 0, state: session("acc-1") }]),
  ];

  it.each(REFUSED)("refuses %s", async (_, records) => {
    await refuses(country, change(records));
  });

  it("refuses to remove an account while a sign-in of it is kept, and removes both together", async () => {
    const { store } = await openIn(emptyPlace);
    for (const one of country) await store.commit(one);
    const removed: RecordChange = { kind: "account", id: "acc-1", from: 1, state: null };
    await expect(store.commit(change([removed]))).rejects.toBeInstanceOf(InvalidChange);
    await store.commit(change([removed, { kind: "session", id: "s-kept", from: 1, state: null }]));
    expect(await store.account("acc-1")).toBeNull();
    expect(await store.accountNamed("aigul")).toBeNull();
  });

  it.each(TEXTS)("refuses %s, in a state, a reason, a name", async (_, text) => {
    const named = caseRecord("almaty", 2024, "c-1");
    const inState: RecordChange = {
      kind: "case",
      id: "almaty/2024/c-1",
      from: 0,
      state: { ...named, consultantName: text },
    };
    await refuses([chamberWith("almaty")], change([inState]));
    await refuses([chamberWith("almaty")], change([caseChange("almaty", 2024, "c-1")], { reason: text }));
    await refuses([chamberWith("almaty")], change([], { by: { account: null, name: text } }));
  });

  it("takes the rest of a batch of which one is refused", async () => {
    const { store } = await openIn(emptyPlace);
    await store.commit(chamberWith("almaty", 3));
    const results = await Promise.allSettled(
      ["c-1", "c-9", "c-2", "c-3"].map((who) => store.commit(change([caseChange("almaty", 2024, who)]))),
    );
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
    expect(await store.casesOf("almaty", 2024)).toHaveLength(3);
  });
}
