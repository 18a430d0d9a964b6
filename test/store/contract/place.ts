import { onTestFinished } from "vitest";
import type { Store } from "../../../server/store/store.ts";

/** Where a store can be: a folder, or a database. */
export interface Place {
  /** Opens the store that is there, an empty one at first. */
  open(): Promise<Store>;
  /** Takes the place away, once the stores in it are closed. */
  remove(): Promise<void>;
}

export type EmptyPlace = () => Promise<Place>;

/** A store for one test. */
export interface OpenedStore {
  store: Store;
  /** Closes the store and opens it again. */
  reopen(): Promise<Store>;
  /** Checks the store as it is, and again after it was closed and opened. */
  both(check: (store: Store) => Promise<void>): Promise<void>;
}

/** Opens a store in a place of its own; both go when the test is over. */
export async function openIn(emptyPlace: EmptyPlace): Promise<OpenedStore> {
  const place = await emptyPlace();
  const store = await place.open();
  let current = store;
  onTestFinished(async () => {
    await current.close();
    await place.remove();
  });
  const reopen = async (): Promise<Store> => {
    await current.close();
    current = await place.open();
    return current;
  };
  return {
    store,
    reopen,
    both: async (check) => {
      await check(store);
      await check(await reopen());
    },
  };
}
