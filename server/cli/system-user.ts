import { userInfo } from "node:os";
import type { Actor } from "../store/records.ts";

/** The system's user, in whose name a command changes something. */
export const systemUser = (command: string): Actor => ({
  account: null,
  name: `qagida ${command} (${userInfo().username})`,
});
