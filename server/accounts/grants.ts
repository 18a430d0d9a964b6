import type { Problem } from "../../engine/index.ts";
import { serverProblem } from "../problem.ts";
import type { Grant, Role } from "../store/records.ts";
import type { Store } from "../store/store.ts";

/** Every role, in the order in which they are shown. */
export const ROLES: readonly Role[] = ["consultant", "officer", "editor", "member", "auditor", "administrator"];

export const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

/** A role as it was chosen, with the chamber and the consultant that were named beside it. */
export interface ChosenGrant {
  role: string;
  chamber: string;
  consultant: string;
}

/** The grant that was chosen: an officer's is for a chamber, a consultant's for a consultant; the others for nobody's. */
export function grantOf({ role, chamber, consultant }: ChosenGrant): Grant | null {
  if (!isRole(role)) return null;
  if (role === "officer") return { role, chamber };
  if (role === "consultant") return { role, consultant };
  return { role };
}

/** What keeps a grant from being given: a role, chamber or consultant that there is not. */
export async function grantProblem(store: Store, chosen: ChosenGrant): Promise<Problem | null> {
  const { role, chamber, consultant } = chosen;
  if (!isRole(role)) return serverProblem("no-such-role", "/role");
  if (role === "officer" && !(chamber && (await store.chamber(chamber))))
    return serverProblem("no-such-chamber", "/chamber");
  if (role === "consultant" && !(consultant && (await store.consultant(consultant))))
    return serverProblem("no-such-consultant", "/consultant");
  return null;
}

export const sameGrant = (one: Grant, other: Grant): boolean =>
  one.role === other.role && one.chamber === other.chamber && one.consultant === other.consultant;
