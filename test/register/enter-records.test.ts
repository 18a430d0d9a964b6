import { describe, expect, it, onTestFinished } from "vitest";
import { enterRecords } from "../../server/register/enter-records.ts";
import { openTemporaryStore } from "../server/temporary-store.ts";
import { chamberWith, consultant, OFFICER } from "../store/sample.ts";

const by = { account: null, name: "test" };

describe("entering consultants that somebody else changes at that moment", () => {
  it("reads them again, adds or changes what differs then, and counts what it did", async () => {
    const { store } = await openTemporaryStore();
    onTestFinished(() => store.close());
    await store.commit(chamberWith("almaty"));
    const seen = await store.consultantsOf("almaty");
    const meanwhile = [
      { kind: "consultant", id: "c-same", from: 0, state: consultant("almaty", "Same") },
      { kind: "consultant", id: "c-other", from: 0, state: consultant("almaty", "Other") },
    ] as const;
    await store.commit({ action: "consultant.add", by: OFFICER, records: meanwhile });
    const given = ["c-same", "c-other", "c-new"].map((id) => ({ id, state: consultant("almaty", "Same") }));
    expect(await enterRecords({ store, by }, "consultant", given, seen)).toEqual({ added: 1, changed: 1 });
    const kept = await store.consultantsOf("almaty");
    expect(given.map(({ id }) => kept.find((one) => one.id === id))).toMatchObject([
      { version: 1, state: { name: "Same" } },
      { version: 2, state: { name: "Same" } },
      { version: 1, state: { name: "Same" } },
    ]);
  });
});
