import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { expect, it, onTestFinished } from "vitest";
import { startSweeping } from "../../server/store/sweeping.ts";
import { openTemporaryStore } from "../server/temporary-store.ts";

it("a running server sweeps away what no record names", async () => {
  const { store } = await openTemporaryStore();
  onTestFinished(() => store.close());
  const { sha256 } = await store.keepDocument(Readable.from([Buffer.from("a list")]));
  const inTwoDays = (): Date => new Date(Date.now() + 48 * 60 * 60 * 1000);
  const sweeping = startSweeping(store, { now: inTwoDays, logger: pino({ level: "silent" }), firstAfter: 1 });
  await sleep(50);
  await sweeping.close();
  expect(await store.document(sha256)).toBeNull();
});
