import { isDeepStrictEqual } from "node:util";
import type { Draft } from "../store/records.ts";
import type { AdoptedSet } from "./adopted-sets.ts";
import { demand } from "./adoption-refused.ts";
import { writeRuleSet } from "./rule-set-text.ts";

type Json = unknown;
type Fields = Record<string, Json>;
type Listed = Fields & { id: string };

const isFields = (value: Json): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
const isListed = (value: Json): value is Listed[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => isFields(item) && typeof item.id === "string");

/** The items of a list by id; a list that is missing has none. */
const byId = (list: Json): Fields => Object.fromEntries((isListed(list) ? list : []).map((item) => [item.id, item]));

/** What came of joining two changes of one text. */
export interface Joined {
  value: Json;
  /** JSON Pointers, with ids for the items of lists, of what both had changed, differently: the draft's was kept. */
  conflicts: string[];
}

function joinFields(old: Fields, adopted: Fields, drafted: Fields, at: string): Joined {
  const names = [...new Set([...Object.keys(drafted), ...Object.keys(adopted)])];
  const conflicts: string[] = [];
  const entries = names.flatMap((name): [string, Json][] => {
    const joined = join(old[name], adopted[name], drafted[name], `${at}/${name}`);
    conflicts.push(...joined.conflicts);
    return joined.value === undefined ? [] : [[name, joined.value]];
  });
  return { value: Object.fromEntries(entries), conflicts };
}

/** Joins what was adopted meanwhile and what the draft changes, part by part: what only one side changed is taken. */
export function join(old: Json, adopted: Json, drafted: Json, at = ""): Joined {
  if (isDeepStrictEqual(adopted, drafted) || isDeepStrictEqual(old, adopted)) return { value: drafted, conflicts: [] };
  if (isDeepStrictEqual(old, drafted)) return { value: adopted, conflicts: [] };
  if (isFields(adopted) && isFields(drafted)) return joinFields(isFields(old) ? old : {}, adopted, drafted, at);
  if (isListed(adopted) && isListed(drafted)) {
    const { value, conflicts } = joinFields(byId(old), byId(adopted), byId(drafted), at);
    return { value: Object.values(value as Fields), conflicts };
  }
  return { value: drafted, conflicts: [at] };
}

/**
 * Puts a draft on the set that was adopted before it. It goes back to being a draft, and its approvals are void.
 * @throws {AdoptionRefused} where the draft has ended.
 */
export function rebaseDraft(
  draft: Draft,
  old: AdoptedSet | null,
  adopted: AdoptedSet,
): { draft: Draft; conflicts: string[] } {
  demand(draft.status === "draft" || draft.status === "in-review", "not-a-draft");
  const before = old ? JSON.parse(old.text) : {};
  const { effectiveYear, revision } = JSON.parse(adopted.text);
  const joined = join(before, JSON.parse(adopted.text), JSON.parse(draft.text));
  const text = writeRuleSet({ ...(joined.value as Fields), effectiveYear, revision });
  const conflicts = joined.conflicts.filter((at) => at !== "/effectiveYear" && at !== "/revision");
  return { draft: { ...draft, text, basedOn: adopted.ruleSet, status: "draft", review: null }, conflicts };
}
