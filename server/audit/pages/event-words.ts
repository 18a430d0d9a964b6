import type { Language } from "../../../engine/index.ts";
import type { Action } from "../../authorisation/actions.ts";
import { messages } from "../../language/messages.ts";
import type { RecordEvent } from "../../store/change.ts";
import type { Actor } from "../../store/records.ts";
import { writeAuditFilter } from "./audit-filter.ts";

/** What was done, in words. */
export const actionName = (language: Language, action: Action): string => messages(language)(`event.${action}`);

/** Who did it: a person by name, or the system itself. */
export const actorName = (language: Language, { account, name }: Actor): string =>
  account === null ? messages(language)("audit.system", { name }) : name;

const HASH = /[0-9a-f]{64}/g;

/** An id with its hashes cut short. */
export const shortId = (id: string): string => id.replace(HASH, (hash) => `${hash.slice(0, 8)}…`);

/** A record by its kind and id, with the way to its history. */
export const recordView = (
  language: Language,
  { kind, id, version }: Pick<RecordEvent, "kind" | "id" | "version">,
) => ({
  kind: messages(language)(`record.${kind}`),
  id: shortId(id),
  version,
  history: `/${language}/audit${writeAuditFilter({ record: id })}`,
});
