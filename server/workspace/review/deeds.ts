import { approve } from "../../adoption/approve.ts";
import { takeAdopted } from "../../adoption/published-in-store.ts";
import { rebase } from "../../adoption/rebase.ts";
import { lift, look, object, remark, type Taking, withdraw } from "../../adoption/steps.ts";
import { submit } from "../../adoption/submit.ts";
import type { Action } from "../../authorisation/actions.ts";
import type { Services } from "../../services.ts";
import type { Store } from "../../store/store.ts";
import { placeOfChange } from "./change-lines.ts";

/** What a deed needs to know. */
export interface Doing extends Taking {
  services: Services;
  /** The draft. */
  id: string;
  form: URLSearchParams;
}

/** What may be done with a draft on the page of its review: the last step of its address, and how it is done. */
export interface Deed {
  name: string;
  action: Action;
  does(doing: Doing): Promise<unknown>;
  /** The place on the page to which the reader comes back; the top of the page where there is none. */
  returnsTo?(form: URLSearchParams): string;
}

const LONGEST_REASON = 4000;

const textOf = (form: URLSearchParams, field: string): string => (form.get(field) ?? "").slice(0, LONGEST_REASON);

/** How many accounts are members of the Collegium. */
async function membersOf(store: Store): Promise<number> {
  const accounts = await store.accounts();
  return accounts.filter(({ state }) => !state.closed && state.grants.some(({ role }) => role === "member")).length;
}

async function submitDraft({ services, id, by, at, submission }: Doing): Promise<void> {
  const { store, today, quorum } = services;
  await submit(store, id, { by, at, submission, day: today(), quorum, members: await membersOf(store) });
}

async function approveDraft({ services, id, by, at, submission, form }: Doing): Promise<void> {
  const { store, rules, today } = services;
  await approve(store, id, { by, at, submission, sha256: form.get("sha256") ?? "", day: today() });
  await takeAdopted(store, rules);
}

export const DEEDS: readonly Deed[] = [
  { name: "submit", action: "draft.submit", does: submitDraft },
  { name: "approve", action: "draft.approve", does: approveDraft },
  {
    name: "object",
    action: "draft.object",
    does: ({ services, id, form, ...taking }) => object(services.store, id, taking, textOf(form, "reason")),
  },
  {
    name: "lift",
    action: "draft.lift-objection",
    does: ({ services, id, ...taking }) => lift(services.store, id, taking),
  },
  {
    name: "withdraw",
    action: "draft.withdraw",
    does: ({ services, id, form, ...taking }) => withdraw(services.store, id, taking, textOf(form, "reason")),
  },
  {
    name: "rebase",
    action: "draft.rebase",
    does: ({ services, id, ...taking }) => rebase(services.store, id, { ...taking, day: services.today() }),
  },
  {
    name: "remark",
    action: "draft.remark",
    does: ({ services, id, form, ...taking }) =>
      remark(services.store, id, taking, textOf(form, "pointer").slice(0, 200), textOf(form, "text")),
    returnsTo: () => "remarks",
  },
  {
    name: "look",
    action: "draft.look",
    does: ({ services, id, form, ...taking }) =>
      look(services.store, id, taking, textOf(form, "change").slice(0, 64), form.get("looked") === "yes"),
    returnsTo: (form) => placeOfChange(textOf(form, "change").replaceAll(/[^0-9a-f]/g, "")),
  },
];
