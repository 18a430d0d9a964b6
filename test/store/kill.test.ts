import { expect, it, onTestFinished } from "vitest";
import { openEmbeddedStore } from "../../server/store/embedded/open-embedded-store.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { proveWritten, surviveKills } from "./kill/survives-kills.ts";
import { SOAK, seedOf } from "./soak.ts";

const KILLS = SOAK ? 200 : 20;

it(`the embedded store loses nothing when it is killed ${KILLS} times`, { timeout: 600_000 }, async () => {
  const folder = temporaryFolder("kill");
  const seed = seedOf();
  const acknowledged = await surviveKills({ folder }, KILLS, seed);
  console.log(`seed ${seed}: ${KILLS} kills, ${acknowledged.figures}`);
  expect(acknowledged.writes.length).toBeGreaterThan(KILLS * 10);
  const store = await openEmbeddedStore(folder, { now: () => new Date() });
  onTestFinished(() => store.close());
  await proveWritten(store, acknowledged.writes);
});
