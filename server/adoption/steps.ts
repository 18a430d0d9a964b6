import type { Actor } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { demand } from "./adoption-refused.ts";
import { liftObjection, objectToDraft } from "./object-to-draft.ts";
import { changeOf, takeStep } from "./take-step.ts";
import { withdrawDraft } from "./withdraw-draft.ts";

/** Who takes a step, when (an instant in UTC), and the submission that it came with. */
export interface Taking {
  by: Actor;
  at: string;
  submission: string;
}

/** A member objects, with a reason. @throws {AdoptionRefused} as `objectToDraft`. */
export const object = (store: Store, id: string, { by, at, submission }: Taking, reason: string): Promise<void> =>
  takeStep(store, id, { action: "draft.object", by, submission, reason }, (draft) =>
    changeOf(draft, objectToDraft(draft.state, by, at, reason)),
  );

/** A member lifts the own objection. @throws {AdoptionRefused} as `liftObjection`. */
export const lift = (store: Store, id: string, { by, at, submission }: Taking): Promise<void> =>
  takeStep(store, id, { action: "draft.lift-objection", by, submission }, (draft) =>
    changeOf(draft, liftObjection(draft.state, by, at)),
  );

/** An editor withdraws a draft. @throws {AdoptionRefused} as `withdrawDraft`. */
export const withdraw = (store: Store, id: string, { by, submission }: Taking, reason: string): Promise<void> =>
  takeStep(store, id, { action: "draft.withdraw", by, submission, reason }, (draft) =>
    changeOf(draft, withdrawDraft(draft.state, reason)),
  );

/** Somebody remarks on a part, named by its JSON Pointer. @throws {AdoptionRefused} where nothing is said. */
export const remark = (store: Store, id: string, { by, at, submission }: Taking, pointer: string, text: string) =>
  takeStep(store, id, { action: "draft.remark", by, submission }, (draft) => {
    demand(text.trim() !== "", "no-reason");
    const remarks = [...draft.state.remarks, { by, at, pointer, text: text.trim() }];
    return changeOf(draft, { ...draft.state, remarks });
  });

/** A member ticks a line of the comparison, or takes the tick away: `change` is the line's hash. */
export const look = (store: Store, id: string, { by, submission }: Taking, change: string, looked: boolean) =>
  takeStep(store, id, { action: "draft.look", by, submission }, (draft) => {
    const account = by.account ?? "";
    const others = draft.state.looked.filter((tick) => tick.account !== account || tick.change !== change);
    return changeOf(draft, { ...draft.state, looked: looked ? [...others, { account, change }] : others });
  });
