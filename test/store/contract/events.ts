import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { leafHash } from "../../../server/store/log/leaf-hash.ts";
import type { EventQuery, Store, WrittenEvent } from "../../../server/store/store.ts";
import { account, caseChange, chamber, chamberWith, change } from "../sample.ts";
import { type EmptyPlace, openIn } from "./place.ts";

export const allEvents = async (store: Store, from?: number, to?: number): Promise<WrittenEvent[]> => {
  const events: WrittenEvent[] = [];
  for await (const event of store.events(from, to)) events.push(event);
  return events;
};

const AUDITOR = { account: "acc-auditor", name: "Әсел" };

/** Twelve events: a chamber, ten changes of it by two people, and a case. */
async function fill(store: Store): Promise<void> {
  await store.commit(chamberWith("almaty"));
  for (let version = 1; version <= 10; version++) {
    const renamed = change([{ kind: "chamber", id: "almaty", from: version, state: chamber(`Almaty ${version}`) }]);
    await store.commit(version % 2 === 0 ? { ...renamed, by: AUDITOR, action: "draft.save" } : renamed);
  }
  await store.commit(change([caseChange("almaty", 2024, "c-1")], { reason: "есеп", submission: "s-1" }));
}

/** The log: its order, its hashes, and how it is searched. */
export function events(emptyPlace: EmptyPlace): void {
  it("writes each event with its fields in one order", async () => {
    const { store } = await openIn(emptyPlace);
    await store.commit(change([{ kind: "chamber", id: "almaty", from: 0, state: chamber("A") }], { reason: "r" }));
    const [event] = await allEvents(store);
    const at = (await store.event(0))?.at;
    const text = JSON.stringify(chamber("A"));
    const after = createHash("sha256").update(text).digest("hex");
    const record = `{"kind":"chamber","id":"almaty","version":1,"before":null,"after":"${after}","state":${text}}`;
    const by = JSON.stringify(change([]).by);
    expect(event?.line).toBe(
      `{"seq":0,"at":"${at}","action":"store.load","by":${by},"reason":"r","submission":null,"records":[${record}]}`,
    );
    expect(leafHash(event?.line ?? "")).toBe(
      createHash("sha256")
        .update("\u0000")
        .update(event?.line ?? "")
        .digest("hex"),
    );
  });

  it("gives the events in order and without a gap, and each record's states as a chain of hashes", async () => {
    const { store, reopen } = await openIn(emptyPlace);
    await fill(store);
    const lines = await allEvents(store);
    expect(await allEvents(await reopen())).toEqual(lines);
    expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, seq) => seq));
    let before: string | null = null;
    let at = "";
    for (const { seq, line } of lines.slice(0, 11)) {
      const event = JSON.parse(line);
      expect(event.seq).toBe(seq);
      expect(event.at >= at).toBe(true);
      expect(event.records[0]).toMatchObject({ id: "almaty", version: seq + 1, before });
      before = createHash("sha256").update(JSON.stringify(event.records[0].state)).digest("hex");
      expect(event.records[0].after).toBe(before);
      at = event.at;
    }
  });

  it("notes a removal with the hash of what was removed", async () => {
    const { store } = await openIn(emptyPlace);
    await store.commit(change([{ kind: "account", id: "acc-1", from: 0, state: account("aigul") }]));
    await store.commit(change([{ kind: "account", id: "acc-1", from: 1, state: null }]));
    const before = createHash("sha256")
      .update(JSON.stringify(account("aigul")))
      .digest("hex");
    expect((await store.event(1))?.records).toEqual([
      { kind: "account", id: "acc-1", version: 2, before, after: null, state: null },
    ]);
  });

  it.each([
    [3, 7, [3, 4, 5, 6]],
    [10, undefined, [10, 11]],
    [undefined, 2, [0, 1]],
    [0, 0, []],
    [12, 20, []],
    [11, 99, [11]],
  ])("gives the events from %s to %s", async (from, to, expected) => {
    const { store } = await openIn(emptyPlace);
    await fill(store);
    expect((await allEvents(store, from, to)).map(({ seq }) => seq)).toEqual(expected);
  });

  const QUERIES: [what: string, query: EventQuery, seqs: number[]][] = [
    ["the newest", { limit: 3 }, [11, 10, 9]],
    ["the next page", { limit: 3, before: 9 }, [8, 7, 6]],
    ["before the first", { limit: 3, before: 0 }, []],
    ["an action", { limit: 99, action: "draft.save" }, [10, 8, 6, 4, 2]],
    ["a page of an action", { limit: 2, action: "draft.save", before: 8 }, [6, 4]],
    ["an actor", { limit: 2, by: "acc-auditor" }, [10, 8]],
    ["a record", { limit: 99, record: "almaty/2024/c-1" }, [11]],
    ["what an id begins with", { limit: 99, record: "almaty/2024/" }, [11]],
    ["a record that others' ids begin with", { limit: 3, record: "almaty" }, [10, 9, 8]],
    ["an id that is not whole", { limit: 99, record: "almaty/20" }, []],
    ["several at once", { limit: 99, by: "acc-auditor", action: "draft.save", record: "almaty", before: 5 }, [4, 2]],
    ["what never was", { limit: 99, action: "account.close" }, []],
    ["none", { limit: 0 }, []],
    ["the far past", { limit: 99, until: "2000-01-01T00:00:00.000Z" }, []],
    ["the future", { limit: 99, since: "2999-01-01T00:00:00.000Z" }, []],
  ];

  it.each(QUERIES)("finds %s", async (_, query, seqs) => {
    const { store, reopen } = await openIn(emptyPlace);
    await fill(store);
    expect((await store.findEvents(query)).map(({ seq }) => seq)).toEqual(seqs);
    expect((await (await reopen()).findEvents(query)).map(({ seq }) => seq)).toEqual(seqs);
  });

  it("finds between two instants, both inclusive", async () => {
    const { store } = await openIn(emptyPlace);
    await fill(store);
    const at = async (seq: number): Promise<string> => (await store.event(seq))?.at ?? "";
    const [since, until] = [await at(4), await at(6)];
    const found = await store.findEvents({ limit: 99, since, until });
    const expected = (await store.findEvents({ limit: 99 })).filter((event) => event.at >= since && event.at <= until);
    expect(found).toEqual(expected);
    expect(found.map(({ seq }) => seq)).toEqual(expect.arrayContaining([6, 5, 4]));
  });

  it("gives heads without the states, and an event whole", async () => {
    const { store } = await openIn(emptyPlace);
    await fill(store);
    const whole = await store.event(11);
    expect(whole).toMatchObject({
      seq: 11,
      reason: "есеп",
      submission: "s-1",
      records: [{ state: { chamber: "almaty" } }],
    });
    const [head] = await store.findEvents({ limit: 1 });
    const records = whole?.records.map(({ state: _, ...record }) => record);
    expect(head).toEqual({ ...whole, records });
    expect(await store.event(12)).toBeNull();
    expect(await store.event(1.5)).toBeNull();
  });
}
