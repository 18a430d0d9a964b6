import type { Language } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import type { PageHead } from "../../pages/page.ts";
import type { Account, Chamber, Stored } from "../../store/records.ts";
import { grantOf } from "../grants.ts";
import { grantName } from "../role-names.ts";
import { readGrant } from "./grant-fields.ts";

/** Both sides of a conflict: the account as it is kept now, and what the administrator asked for. */
export interface ConflictState {
  kept: Stored<Account> | null;
  /** What was asked for: the last part of the form's address. */
  deed: string;
  typed: URLSearchParams;
  chambers: readonly Stored<Chamber>[];
  submission: string;
}

const CARRIED = ["name", "role", "chamber", "consultant"];

function wanted(language: Language, { deed, typed, chambers }: ConflictState): string {
  const chosen = grantOf(readGrant(typed));
  const role = chosen ? grantName(language, chambers, chosen) : "";
  return messages(language)(`account.wanted.${deed}`, { name: typed.get("name") ?? "", role });
}

/** Builds the page that shows both sides, and lets the administrator do it all the same, on the account as it is now. */
export function conflictPage(language: Language, state: ConflictState): { head: PageHead; model: object } {
  const say = messages(language);
  const { kept, deed, typed, chambers, submission } = state;
  const account = kept && {
    ...kept.state,
    roles: kept.state.grants.map((held) => grantName(language, chambers, held)),
    here: `/${language}/accounts/${kept.id}`,
  };
  return {
    head: { title: say("account.conflict.title"), section: "accounts" },
    model: {
      heading: say("account.conflict.title"),
      back: `/${language}/accounts`,
      account,
      wanted: wanted(language, state),
      deed,
      version: kept?.version ?? 0,
      submission,
      carried: CARRIED.flatMap((name) => (typed.has(name) ? [{ name, value: typed.get(name) ?? "" }] : [])),
    },
  };
}
