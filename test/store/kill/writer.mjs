import { writeSync } from "node:fs";
import { openEmbeddedStore } from "../../../dist/server/store/embedded/open-embedded-store.js";
import { openPostgresqlStore } from "../../../dist/server/store/postgresql/open-postgresql-store.js";

/**
 * Four clients that write into a store until the process is killed. Each one changes two drafts of its own together, over
 * and over. Tells its parent a line at a time: how long opening took, what was found, and each write that was acknowledged.
 */

const CLIENTS = 4;
const CHECKPOINT_BYTES = 1_000_000;
const FILLING = "Салық даулары. ".repeat(100);
const BY = { account: "acc-1", name: "Айгүл" };

const place = JSON.parse(process.argv[2]);
const now = () => new Date();
const open = () =>
  place.url
    ? openPostgresqlStore(place.url, { now })
    : openEmbeddedStore(place.folder, { now, checkpointBytes: CHECKPOINT_BYTES });

const pause = new Int32Array(new SharedArrayBuffer(4));

/** Tells at once, so that nothing told is lost with the process; waits while the parent is slow to read. */
function tell(told) {
  try {
    writeSync(1, `${JSON.stringify(told)}\n`);
  } catch (error) {
    if (error.code !== "EAGAIN") throw error;
    Atomics.wait(pause, 0, 0, 1);
    tell(told);
  }
}

const draftOf = (number) => ({
  title: `${number}`,
  text: `${number} ${FILLING}`,
  authors: [BY],
  remarks: [],
  looked: [],
});

async function findDrafts(client) {
  const [one, other] = await Promise.all([store.draft(`d-${client}-a`), store.draft(`d-${client}-b`)]);
  tell({
    found: { client, one: one?.state.title ?? "0", other: other?.state.title ?? "0", version: one?.version ?? 0 },
  });
  return one?.version ?? 0;
}

async function write(client, from) {
  for (let number = from + 1; ; number++) {
    const records = ["a", "b"].map((half) => ({
      ...{ kind: "draft", id: `d-${client}-${half}`, from: number - 1 },
      state: { status: "draft", basedOn: null, correction: null, review: null, ending: null, ...draftOf(number) },
    }));
    const { seq } = await store.commit({ action: "draft.save", by: BY, submission: `${client}/${number}`, records });
    tell({ written: { client, number, seq } });
  }
}

const began = performance.now();
const store = await open();
tell({ opened: performance.now() - began });
const clients = Array.from({ length: CLIENTS }, (_, client) => client);
const found = await Promise.all(clients.map(findDrafts));
tell({ ready: true });
await Promise.all(clients.map((client) => write(client, found[client])));
