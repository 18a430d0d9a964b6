import { Readable } from "node:stream";
import type { Change } from "../../../server/store/change.ts";
import type { Files } from "../../../server/store/embedded/files.ts";
import { openEmbeddedStore } from "../../../server/store/embedded/open-embedded-store.ts";
import type { Store } from "../../../server/store/store.ts";
import { account, caseChange, chamber, chamberWith, change, decisionChange, session } from "../sample.ts";
import type { MemoryDisk } from "./memory-disk.ts";

export const FOLDER = "/data";
const CLIENTS = 4;
const ROUNDS = 6;
/** Small, so that there are many checkpoints between and during the changes. */
const CHECKPOINT_BYTES = 12_000;

/** Opens the store on a disk in memory. Its checkpoints are frequent. */
export const openOn = (files: Files): Promise<Store> =>
  openEmbeddedStore(FOLDER, { now: () => new Date(), files, checkpointBytes: CHECKPOINT_BYTES, onFatal: () => {} });

const CLIENT_YEARS = [2022, 2023, 2024, 2025];

/** What each client does in a round: the case and its decision together, or a further decision, or signing in and out. */
function changesOf(client: number, round: number): Change[] {
  const year = CLIENT_YEARS[client] ?? 2022;
  const who = `c-${round + 1}`;
  const signIn = `s-${client}-${round}`;
  return [
    change([caseChange("almaty", year, who), decisionChange("almaty", year, who)], {
      submission: `${client}/${round}`,
    }),
    change([{ kind: "session", id: signIn, from: 0, state: session("acc-1") }]),
    change([decisionChange("almaty", year, who, 2), caseChange("almaty", year, who, 1, 3)]),
    change([{ kind: "session", id: signIn, from: 1, state: null }]),
  ];
}

/** Works on a store as people do, four of them at once, with stops in between; notes what was acknowledged. */
export async function work(disk: MemoryDisk, files: Files = disk.files): Promise<void> {
  let store = await openOn(files);
  const commit = async (one: Change): Promise<void> => {
    const { seq } = await store.commit(one);
    disk.acknowledge(`event ${seq}`);
  };
  await commit(chamberWith("almaty", ROUNDS));
  await commit(change([{ kind: "account", id: "acc-1", from: 0, state: account("aigul") }]));
  for (let round = 0; round < ROUNDS; round++) {
    const client = async (number: number): Promise<void> => {
      for (const one of changesOf(number, round)) await commit(one);
    };
    await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
    const { sha256 } = await store.keepDocument(Readable.from([documentOf(round)]));
    disk.acknowledge(`document ${sha256}`);
    await commit(change([{ kind: "chamber", id: "almaty", from: round + 1, state: chamber(`Round ${round}`) }]));
    if (round % 2 === 0) continue;
    await store.close();
    store = await openOn(files);
  }
  await store.close();
}

export const documentOf = (round: number): Buffer => Buffer.alloc(3000, `document ${round} `);
