import { expect, it } from "vitest";
import { Conflict } from "../../../server/store/failures.ts";
import type { Draft } from "../../../server/store/records.ts";
import {
  account,
  caseChange,
  chamber,
  chamberWith,
  change,
  decisionChange,
  draft,
  recordedDecision,
  session,
} from "../sample.ts";
import { type EmptyPlace, openIn } from "./place.ts";

const settled = async (commits: Promise<unknown>[]) => {
  const results = await Promise.allSettled(commits);
  return {
    done: results.filter((result) => result.status === "fulfilled").map(({ value }) => value),
    refused: results.filter((result) => result.status === "rejected").map(({ reason }) => reason),
  };
};

/** Versions, conflicts, repeats: what holds when several people save at once. */
export function commits(emptyPlace: EmptyPlace): void {
  it("gives a new record version 1, and one more with each change", async () => {
    const { store, reopen } = await openIn(emptyPlace);
    await store.commit(chamberWith("almaty"));
    await store.commit(change([{ kind: "chamber", id: "almaty", from: 1, state: chamber("Almaty") }]));
    const expected = { id: "almaty", version: 2, state: chamber("Almaty") };
    expect(await store.chamber("almaty")).toEqual(expected);
    expect(await (await reopen()).chamber("almaty")).toEqual(expected);
  });

  it("answers with the place in the log and the instant", async () => {
    const { store } = await openIn(emptyPlace);
    const first = await store.commit(chamberWith("almaty"));
    const second = await store.commit(change([caseChange("almaty", 2024, "c-1")]));
    expect([first, second]).toMatchObject([
      { seq: 0, repeated: false },
      { seq: 1, repeated: false },
    ]);
    expect((await store.event(1))?.at).toBe(second.at);
    expect(second.at >= first.at).toBe(true);
  });

  it("refuses a change that was made from an old version, and shows both sides", async () => {
    const { store } = await openIn(emptyPlace);
    await store.commit(chamberWith("almaty"));
    await store.commit(change([{ kind: "chamber", id: "almaty", from: 1, state: chamber("Second") }]));
    const late = store.commit(change([{ kind: "chamber", id: "almaty", from: 1, state: chamber("Late") }]));
    const error = await late.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Conflict);
    const kept = { id: "almaty", version: 2, state: chamber("Second") };
    expect((error as Conflict).records).toEqual([{ kind: "chamber", id: "almaty", from: 1, kept }]);
    expect(await store.chamber("almaty")).toEqual(kept);
    expect(await store.head()).toEqual({ size: 2 });
  });

  it("refuses to make what is there, and to change what is not there", async () => {
    const { store } = await openIn(emptyPlace);
    await store.commit(chamberWith("almaty"));
    const again = change([{ kind: "chamber", id: "almaty", from: 0, state: chamber("Again") }]);
    await expect(store.commit(again)).rejects.toMatchObject({ name: "Conflict", status: 409 });
    const nowhere = change([{ kind: "chamber", id: "astana", from: 1, state: chamber("Astana") }]);
    await expect(store.commit(nowhere)).rejects.toMatchObject({ records: [{ id: "astana", from: 1, kept: null }] });
  });

  it("shows a decision whole in a conflict", async () => {
    const { store } = await openIn(emptyPlace);
    await store.commit(chamberWith("almaty"));
    await store.commit(change([caseChange("almaty", 2024, "c-1"), decisionChange("almaty", 2024, "c-1")]));
    const again = store.commit(change([decisionChange("almaty", 2024, "c-1")]));
    await expect(again).rejects.toMatchObject({
      records: [{ kept: { version: 1, state: recordedDecision("almaty", 2024, "c-1") } }],
    });
  });

  it("lets one of 32 savers of a record win, and tells the others", async () => {
    const { store, reopen } = await openIn(emptyPlace);
    await store.commit(chamberWith("almaty"));
    const { done, refused } = await settled(
      Array.from({ length: 32 }, (_, saver) =>
        store.commit(change([{ kind: "chamber", id: "almaty", from: 1, state: chamber(`Saver ${saver}`) }])),
      ),
    );
    expect(done).toHaveLength(1);
    expect(refused).toHaveLength(31);
    const kept = await store.chamber("almaty");
    expect(kept?.version).toBe(2);
    for (const error of refused) {
      expect(error).toBeInstanceOf(Conflict);
      expect((error as Conflict).records).toEqual([{ kind: "chamber", id: "almaty", from: 1, kept }]);
    }
    expect(await store.head()).toEqual({ size: 2 });
    expect(await (await reopen()).chamber("almaty")).toEqual(kept);
  });

  it("loses no save of 32 savers who try again", async () => {
    const { store } = await openIn(emptyPlace);
    await store.commit(chamberWith("almaty"));
    const save = async (saver: number): Promise<void> => {
      for (;;) {
        const kept = await store.chamber("almaty");
        const name = `${kept?.state.name.en},${saver}`;
        const saved = store.commit(
          change([{ kind: "chamber", id: "almaty", from: kept?.version ?? 0, state: chamber(name) }]),
        );
        if (await saved.then(() => true).catch((error) => error instanceof Conflict === false && Promise.reject(error)))
          return;
      }
    };
    await Promise.all(Array.from({ length: 32 }, (_, saver) => save(saver)));
    const kept = await store.chamber("almaty");
    expect(kept?.version).toBe(33);
    const savers = kept?.state.name.en.split(",").slice(1).map(Number);
    expect(savers?.sort((one, other) => one - other)).toEqual(Array.from({ length: 32 }, (_, saver) => saver));
  });

  it("makes one record of 1,000 repeats of a submission, and answers all alike", async () => {
    const { store, reopen } = await openIn(emptyPlace);
    await store.commit(chamberWith("almaty"));
    const submission = change([caseChange("almaty", 2024, "c-1")], { submission: "s-1" });
    const atOnce = await Promise.all(Array.from({ length: 500 }, () => store.commit(submission)));
    const later = [];
    for (let number = 0; number < 500; number++) later.push(await store.commit(submission));
    const answers = [...atOnce, ...later];
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(answers.map(({ seq, at }) => `${seq} ${at}`)).size).toBe(1);
    expect(await store.casesOf("almaty", 2024)).toHaveLength(1);
    expect(await store.head()).toEqual({ size: 2 });
    const store2 = await reopen();
    expect(await store2.commit(submission)).toEqual({ ...answers[0], repeated: true });
  });

  it("takes a repeated submission for what it was also where it changed a record", async () => {
    const { store } = await openIn(emptyPlace);
    await store.commit(chamberWith("almaty"));
    const renamed = change([{ kind: "chamber", id: "almaty", from: 1, state: chamber("New") }], { submission: "s-2" });
    const first = await store.commit(renamed);
    expect(await store.commit(renamed)).toEqual({ ...first, repeated: true });
    await store.commit(change([{ kind: "chamber", id: "almaty", from: 2, state: chamber("Newer") }]));
    await expect(store.commit(renamed)).rejects.toBeInstanceOf(Conflict);
  });

  it("changes several records together, or none of them", async () => {
    const { store } = await openIn(emptyPlace);
    await store.commit(chamberWith("almaty", 2));
    const both = change([caseChange("almaty", 2024, "c-1"), caseChange("almaty", 2024, "c-2", 7)]);
    await expect(store.commit(both)).rejects.toMatchObject({ records: [{ id: "almaty/2024/c-2" }] });
    expect(await store.casesOf("almaty", 2024)).toEqual([]);
    expect(await store.head()).toEqual({ size: 1 });
    await store.commit(change([caseChange("almaty", 2024, "c-1"), caseChange("almaty", 2024, "c-2")]));
    expect((await store.casesOf("almaty", 2024)).map(({ id }) => id)).toEqual(["almaty/2024/c-1", "almaty/2024/c-2"]);
    expect(await store.head()).toEqual({ size: 2 });
  });

  it("removes a record, and makes it again from version 1", async () => {
    const { store, reopen } = await openIn(emptyPlace);
    await store.commit(change([{ kind: "account", id: "acc-1", from: 0, state: account("aigul") }]));
    const made = change([{ kind: "session", id: "s1", from: 0, state: session("acc-1") }]);
    await store.commit(made);
    await store.commit(change([{ kind: "session", id: "s1", from: 1, state: null }]));
    expect(await store.session("s1")).toBeNull();
    expect(await store.sessionsOf("acc-1")).toEqual([]);
    const removedAgain = store.commit(change([{ kind: "session", id: "s1", from: 1, state: null }]));
    await expect(removedAgain).rejects.toMatchObject({ records: [{ kept: null }] });
    const later = await reopen();
    expect(await later.session("s1")).toBeNull();
    await later.commit(made);
    expect(await later.session("s1")).toEqual({ id: "s1", version: 1, state: session("acc-1") });
  });

  it("refuses a second account with the same login, and shows the one that has it", async () => {
    const { store } = await openIn(emptyPlace);
    await store.commit(change([{ kind: "account", id: "acc-1", from: 0, state: account("aigul") }]));
    const same = store.commit(change([{ kind: "account", id: "acc-2", from: 0, state: account("aigul") }]));
    const kept = { id: "acc-1", version: 1, state: account("aigul") };
    await expect(same).rejects.toMatchObject({ records: [{ kind: "account", id: "acc-2", from: 0, kept }] });
    expect(await store.account("acc-2")).toBeNull();
    const { done } = await settled(
      Array.from({ length: 8 }, (_, number) =>
        store.commit(change([{ kind: "account", id: `new-${number}`, from: 0, state: account("daniyar") }])),
      ),
    );
    expect(done).toHaveLength(1);
    expect(await store.accounts()).toHaveLength(2);
  });

  it("commits a change of no records: an event alone", async () => {
    const { store } = await openIn(emptyPlace);
    await store.commit(change([], { action: "audit.export" }));
    expect((await store.event(0))?.records).toEqual([]);
  });

  it("leaves nothing of a record that is made and removed in the same breath", async () => {
    const { store, both } = await openIn(emptyPlace);
    const save = (from: number, state: Draft | null) =>
      store.commit(change([{ kind: "draft", id: "d-1", from, state }]));
    await Promise.all([save(0, draft("Жоба")), save(1, null)]);
    await both(async (current) => {
      expect(await current.draft("d-1")).toBeNull();
      expect(await current.head()).toEqual({ size: 2 });
    });
  });

  it("begins at version 1 again where a record is removed and made anew in the same breath", async () => {
    const { store, both } = await openIn(emptyPlace);
    const save = (from: number, state: Draft | null) =>
      store.commit(change([{ kind: "draft", id: "d-1", from, state }]));
    await save(0, draft("Бірінші"));
    await save(1, draft("Екінші"));
    await Promise.all([save(2, null), save(0, draft("Жаңа"))]);
    await both(async (current) => {
      expect(await current.draft("d-1")).toEqual({ id: "d-1", version: 1, state: draft("Жаңа") });
    });
  });
}
