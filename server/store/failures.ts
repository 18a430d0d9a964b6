import type { ConflictingRecord } from "./change.ts";

/** The change was made from a version that is not the last one: nothing was changed. */
export class Conflict extends Error {
  override readonly name = "Conflict";
  readonly status = 409;
  readonly records: readonly ConflictingRecord[];

  constructor(records: readonly ConflictingRecord[]) {
    super(
      `made from an old version: ${records.map(({ kind, id, from }) => `${kind} ${id} version ${from}`).join(", ")}`,
    );
    this.records = records;
  }
}

/**
 * The change cannot be kept by any store: an id that does not fit its state, a record that points to one that is not
 * there, a text with U+0000. Nothing was changed.
 */
export class InvalidChange extends Error {
  override readonly name = "InvalidChange";
  readonly status = 400;
}

/** There is no room for the change: nothing was changed. */
export class StoreFull extends Error {
  override readonly name = "StoreFull";
  readonly status = 507;
}

/** The change could not be written, and nothing was changed; it may go through later. */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
  readonly status = 503;
}

/** The store cannot be opened. The message says what is wrong, where, and the way out. */
export class StoreRefused extends Error {
  override readonly name = "StoreRefused";
  readonly code: "locked" | "damaged" | "unknown-format";

  constructor(code: StoreRefused["code"], message: string) {
    super(message);
    this.code = code;
  }
}
