import { expect, it } from "vitest";
import type { RecordChange } from "../../../server/store/change.ts";
import { InvalidChange } from "../../../server/store/failures.ts";
import type { CaseRecord } from "../../../server/store/records.ts";
import type { Store } from "../../../server/store/store.ts";
import {
  account,
  caseChange,
  caseRecord,
  chamber,
  chamberWith,
  change,
  consultant,
  decisionChange,
  draft,
  lookingBack,
  recordedDecision,
  session,
} from "../sample.ts";
import { type EmptyPlace, openIn } from "./place.ts";

/** The cases in lines, in the order of their consultants. */
const casesIn = (lines: Uint8Array): CaseRecord[] =>
  new TextDecoder()
    .decode(lines)
    .split(/\n/)
    .filter((line) => line !== "")
    .map((line): CaseRecord => JSON.parse(line))
    .sort((a, b) => a.consultant.localeCompare(b.consultant, "en"));

const ids = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id);

const RULE_SET = {
  regime: "kz",
  effectiveYear: 2022,
  revision: 1,
  adoptedOn: null,
  draft: null,
  text: '{"regime":"kz"}',
};

/** Every verb that reads, before and after the store was closed. */
export function records(emptyPlace: EmptyPlace): void {
  it("answers that nothing is there where nothing is", async () => {
    const { store } = await openIn(emptyPlace);
    const nothing = [
      ...[store.chamber("a"), store.consultant("a"), store.case("a/2024/c"), store.decision("a/2024/c/1")],
      ...[
        store.ruleSet("a"),
        store.draft("a"),
        store.lookingBack("a"),
        store.account("a"),
        store.accountNamed("a"),
        store.credential("a"),
      ],
      ...[store.session("a"), store.link("a"), store.document("a"), store.event(0), store.event(-1), store.case("a")],
    ];
    expect(await Promise.all(nothing)).toEqual(nothing.map(() => null));
    const none = [
      ...[store.chambers(), store.consultantsOf("a"), store.yearsOf("a"), store.casesOf("a", 2024)],
      ...[store.decisionsOn("a/2024/c"), store.sanctionsOn("a/2024/c"), store.sanctionsOf("a", 2024)],
      ...[
        store.documentsOf("a/2024/c"),
        store.ruleSets(),
        store.drafts(),
        store.lookingsBack(),
        store.accounts(),
        store.sessionsOf("a"),
      ],
      ...[store.links(), store.findEvents({ limit: 10 })],
    ];
    expect(await Promise.all<unknown[]>(none)).toEqual(none.map(() => []));
    expect(await store.head()).toEqual({ size: 0 });
  });

  it("lists chambers and their consultants, in the order of their ids", async () => {
    const { store, both } = await openIn(emptyPlace);
    await store.commit(chamberWith("shymkent", 3));
    await store.commit(change([{ kind: "chamber", id: "almaty", from: 0, state: chamber("Almaty") }]));
    await store.commit(change([{ kind: "consultant", id: "c-2", from: 1, state: consultant("almaty") }]));
    await both(async (one) => {
      expect(ids(await one.chambers())).toEqual(["almaty", "shymkent"]);
      expect(ids(await one.consultantsOf("shymkent"))).toEqual(["c-1", "c-3"]);
      expect(await one.consultantsOf("almaty")).toEqual([{ id: "c-2", version: 2, state: consultant("almaty") }]);
      expect((await one.consultant("c-1"))?.state).toEqual(consultant("shymkent"));
    });
  });

  it("keeps the cases of each chamber and year apart", async () => {
    const { store, both } = await openIn(emptyPlace);
    await store.commit(chamberWith("almaty", 12));
    await store.commit(change([{ kind: "chamber", id: "astana", from: 0, state: chamber("Astana") }]));
    const places: [string, number, string][] = [
      ...[2025, 2023, 2024].map((year): [string, number, string] => ["almaty", year, "c-1"]),
      ["astana", 2024, "c-2"],
      ["almaty", 2024, "c-12"],
      ["almaty", 2024, "c-11"],
    ];
    for (const place of places) await store.commit(change([caseChange(...place)]));
    await both(async (one) => {
      expect(await one.yearsOf("almaty")).toEqual([2023, 2024, 2025]);
      expect(await one.yearsOf("astana")).toEqual([2024]);
      expect(ids(await one.casesOf("almaty", 2024))).toEqual([
        "almaty/2024/c-1",
        "almaty/2024/c-11",
        "almaty/2024/c-12",
      ]);
      expect(await one.case("astana/2024/c-2")).toEqual({
        id: "astana/2024/c-2",
        version: 1,
        state: caseRecord("astana", 2024, "c-2"),
      });
    });
  });

  it("gives the cases of a year as lines for another thread, as they are now", async () => {
    const { store, both } = await openIn(emptyPlace);
    await store.commit(chamberWith("almaty", 3));
    const records = ["c-1", "c-2", "c-3"].flatMap((who) => [
      caseChange("almaty", 2024, who),
      decisionChange("almaty", 2024, who),
    ]);
    await store.commit(change(records));
    const states = async (one: Store): Promise<unknown> =>
      (await one.casesOf("almaty", 2024)).map(({ state }) => state);
    await both(async (one) => {
      expect(casesIn(await one.caseLines("almaty", 2024))).toEqual(await states(one));
      await one.commit(change([caseChange("almaty", 2024, "c-2", (await one.case("almaty/2024/c-2"))?.version, 5)]));
      expect(casesIn(await one.caseLines("almaty", 2024))).toEqual(await states(one));
      expect(await one.caseLines("almaty", 2023)).toHaveLength(0);
    });
  });

  it("lists what belongs to a case and to no other", async () => {
    const { store, both } = await openIn(emptyPlace);
    await store.commit(chamberWith("almaty", 11));
    const belongings = (who: string): RecordChange[] => {
      const caseId = `almaty/2024/${who}`;
      const sanction = { case: caseId, sanction: "warning", imposedOn: "2025-03-03", decision: 1 };
      const sha256 = who.slice(2).padStart(64, "0");
      const document = { name: "certificate.pdf", sha256, mediaType: "application/pdf", bytes: 3, case: caseId };
      return [
        caseChange("almaty", 2024, who),
        decisionChange("almaty", 2024, who, 1),
        { kind: "sanction", id: `${caseId}/warning`, from: 0, state: sanction },
        { kind: "document", id: `${caseId}/${sha256}`, from: 0, state: document },
      ];
    };
    for (const who of ["c-1", "c-11"]) await store.commit(change(belongings(who)));
    for (let number = 2; number <= 11; number++)
      await store.commit(change([decisionChange("almaty", 2024, "c-1", number)]));
    await both(async (one) => {
      const decisions = await one.decisionsOn("almaty/2024/c-1");
      expect(decisions.map(({ state }) => state.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
      expect(decisions[1]?.state).toEqual(recordedDecision("almaty", 2024, "c-1", 2));
      expect(await one.decision("almaty/2024/c-11/1")).toMatchObject({ version: 1, state: { number: 1 } });
      expect(await one.sanctionsOn("almaty/2024/c-1")).toMatchObject([{ id: "almaty/2024/c-1/warning" }]);
      expect(ids(await one.sanctionsOf("almaty", 2024))).toEqual([
        "almaty/2024/c-1/warning",
        "almaty/2024/c-11/warning",
      ]);
      expect(await one.documentsOf("almaty/2024/c-1")).toMatchObject([
        { state: { bytes: 3, case: "almaty/2024/c-1" } },
      ]);
    });
  });

  it("keeps rule sets and drafts", async () => {
    const { store, both } = await openIn(emptyPlace);
    const sha256 = "ab".repeat(32);
    await store.commit(change([{ kind: "rule-set", id: sha256, from: 0, state: RULE_SET }]));
    const state = draft("2028");
    await store.commit(change([{ kind: "draft", id: "d1", from: 0, state }]));
    await both(async (one) => {
      expect(await one.ruleSets()).toEqual([{ id: sha256, version: 1, state: RULE_SET }]);
      expect(await one.ruleSet(sha256)).toEqual({ id: sha256, version: 1, state: RULE_SET });
      expect(await one.drafts()).toEqual([{ id: "d1", version: 1, state }]);
    });
  });

  it("keeps what looking back came to, which then never changes or goes", async () => {
    const { store, both } = await openIn(emptyPlace);
    await store.commit(chamberWith("almaty"));
    const kept = { b: lookingBack("almaty", "ab".repeat(32)), a: lookingBack(null, "cd".repeat(32)) };
    for (const [id, state] of Object.entries(kept))
      await store.commit(change([{ kind: "looking-back", id, from: 0, state }]));
    await both(async (one) => {
      expect(await one.lookingsBack()).toEqual([
        { id: "a", version: 1, state: kept.a },
        { id: "b", version: 1, state: kept.b },
      ]);
      expect(await one.lookingBack("b")).toEqual({ id: "b", version: 1, state: kept.b });
    });
    for (const state of [kept.a, null])
      await expect(store.commit(change([{ kind: "looking-back", id: "a", from: 1, state }]))).rejects.toThrow(
        InvalidChange,
      );
  });

  it("keeps no result of looking back for a chamber that is not there", async () => {
    const { store } = await openIn(emptyPlace);
    const state = lookingBack("nowhere", "ab".repeat(32));
    await expect(store.commit(change([{ kind: "looking-back", id: "a", from: 0, state }]))).rejects.toThrow(
      InvalidChange,
    );
  });

  it("finds accounts by login, and sign-ins by account", async () => {
    const { store, both } = await openIn(emptyPlace);
    await store.commit(change([{ kind: "account", id: "acc-1", from: 0, state: account("aigul") }]));
    await store.commit(change([{ kind: "account", id: "acc-2", from: 0, state: account("daniyar") }]));
    await store.commit(change([{ kind: "account", id: "acc-1", from: 1, state: account("aigul.s") }]));
    const credential = { passwordHash: "$argon2id$…", changedAt: "2025-03-20T05:00:00.000Z" };
    await store.commit(change([{ kind: "credential", id: "acc-1", from: 0, state: credential }]));
    for (const [id, of] of [
      ["s2", "acc-1"],
      ["s1", "acc-1"],
      ["s3", "acc-2"],
    ] as const)
      await store.commit(change([{ kind: "session", id, from: 0, state: session(of) }]));
    const link = { purpose: "reset" as const, account: "acc-2", expiresAt: "2025-03-21T05:00:00.000Z" };
    await store.commit(change([{ kind: "link", id: "l1", from: 0, state: link }]));
    await both(async (one) => {
      expect(await one.accountNamed("aigul")).toBeNull();
      expect(await one.accountNamed("aigul.s")).toEqual({ id: "acc-1", version: 2, state: account("aigul.s") });
      expect(ids(await one.accounts())).toEqual(["acc-1", "acc-2"]);
      expect((await one.credential("acc-1"))?.state).toEqual(credential);
      expect(ids(await one.sessionsOf("acc-1"))).toEqual(["s1", "s2"]);
      expect((await one.session("s3"))?.state).toEqual(session("acc-2"));
      expect(await one.links()).toEqual([{ id: "l1", version: 1, state: link }]);
      expect(await one.link("l1")).toEqual({ id: "l1", version: 1, state: link });
    });
  });

  it("answers what belongs to the caller, and keeps what was given even if that is changed", async () => {
    const { store } = await openIn(emptyPlace);
    const state = chamber("Almaty");
    const given = change([{ kind: "chamber", id: "almaty", from: 0, state }]);
    await store.commit(given);
    state.name.en = "Changed";
    const answered = await store.chamber("almaty");
    if (answered) answered.state.name.en = "Changed as well";
    expect((await store.chamber("almaty"))?.state).toEqual(chamber("Almaty"));
  });
}
