import { StoreFull, StoreUnavailable } from "../failures.ts";

const NO_ROOM = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/** What a change is answered that could not be written. */
export function writeFailure(error: unknown): StoreFull | StoreUnavailable {
  const { code = "", message } = error as NodeJS.ErrnoException;
  if (NO_ROOM.has(code)) return new StoreFull("there is no room on the disk", { cause: error });
  return new StoreUnavailable(`the disk did not take the change: ${message}`, { cause: error });
}
