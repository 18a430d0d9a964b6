import { expect, it } from "vitest";
import { encodeEvents } from "../../../server/store/log/encode-events.ts";
import type { ForeignEvent } from "../../../server/store/log/foreign-event.ts";
import { readEvent } from "../../../server/store/log/read-event.ts";
import { partsOf, writeLine } from "../../../server/store/log/write-event.ts";
import type { WrittenEvent } from "../../../server/store/store.ts";
import { caseChange, chamberWith, change, decisionChange } from "../sample.ts";
import { allEvents } from "./events.ts";
import { type EmptyPlace, openIn } from "./place.ts";

async function* each(events: readonly ForeignEvent[]): AsyncGenerator<ForeignEvent> {
  yield* events;
}

/** Events that another store wrote. */
export function takingOver(emptyPlace: EmptyPlace): void {
  it("takes over another store's events, and goes on from there", async () => {
    const { store: from } = await openIn(emptyPlace);
    await from.commit(chamberWith("almaty"));
    const recorded = change([caseChange("almaty", 2024, "c-1"), decisionChange("almaty", 2024, "c-1")], {
      submission: "s",
    });
    const answer = await from.commit(recorded);
    const { store: to, both } = await openIn(emptyPlace);
    await to.takeOver(from.events());
    await both(async (store) => {
      expect(await allEvents(store)).toEqual(await allEvents(from));
      expect(await store.casesOf("almaty", 2024)).toEqual(await from.casesOf("almaty", 2024));
      expect(await store.decisionsOn("almaty/2024/c-1")).toEqual(await from.decisionsOn("almaty/2024/c-1"));
      expect(await store.commit(recorded)).toEqual({ ...answer, repeated: true });
    });
  });

  it("takes nothing over into a log that is not empty", async () => {
    const { store } = await openIn(emptyPlace);
    await store.commit(chamberWith("almaty"));
    await expect(store.takeOver(each(await allEvents(store)))).rejects.toThrow(Error);
    expect(await store.head()).toEqual({ size: 1 });
  });

  it("refuses events with a gap, or in another order", async () => {
    const { store: from } = await openIn(emptyPlace);
    await from.commit(chamberWith("almaty", 2));
    for (const who of ["c-1", "c-2"]) await from.commit(change([caseChange("almaty", 2024, who)]));
    const [first, second, third] = (await allEvents(from)) as [WrittenEvent, WrittenEvent, WrittenEvent];
    for (const wrong of [[second], [first, third], [first, third, second], [first, first]]) {
      const { store: to } = await openIn(emptyPlace);
      await expect(to.takeOver(each(wrong))).rejects.toThrow(Error);
    }
  });

  it("takes over events in bytes, as it takes those that are read", async () => {
    const { store: from } = await openIn(emptyPlace);
    await from.commit(chamberWith("almaty"));
    await from.commit(change([caseChange("almaty", 2024, "c-1"), decisionChange("almaty", 2024, "c-1")]));
    const events = await allEvents(from);
    const { store: to, both } = await openIn(emptyPlace);
    await to.takeOver(each(encodeEvents(events.map(({ line }) => partsOf(readEvent(line)))).events));
    await both(async (store) => {
      expect(await allEvents(store)).toEqual(events);
      expect(await store.casesOf("almaty", 2024)).toEqual(await from.casesOf("almaty", 2024));
      expect(await store.decisionsOn("almaty/2024/c-1")).toEqual(await from.decisionsOn("almaty/2024/c-1"));
    });
  });

  it("refuses a state that is not what its hash says, in a line and in bytes", async () => {
    const { store: from } = await openIn(emptyPlace);
    await from.commit(chamberWith("almaty"));
    const { records, ...rest } = partsOf(readEvent((await allEvents(from))[0]?.line as string));
    const parts = { ...rest, records: records.map((record) => ({ ...record, text: '{"name":"another"}' })) };
    const line = writeLine(parts);
    for (const changed of [{ seq: 0, line }, ...encodeEvents([parts]).events]) {
      const { store: to } = await openIn(emptyPlace);
      await expect(to.takeOver(each([changed]))).rejects.toThrow("does not follow");
    }
  });
}
