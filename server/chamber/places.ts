import type { Request } from "express";
import { HttpError } from "../http/http-error.ts";
import type { PublishedRules, RuleBook } from "../published-rules.ts";
import type { Chamber, Stored } from "../store/records.ts";
import type { Store } from "../store/store.ts";

/** A chamber's year, with the rules in force for it. */
export interface Place {
  chamber: Stored<Chamber>;
  year: number;
  rules: PublishedRules;
}

/** A param of the address; it is never a list here. */
export function param({ params }: Pick<Request, "params">, name: string): string {
  const value = params[name];
  if (typeof value !== "string") throw new HttpError(404);
  return value;
}

/** The chamber that the address names. */
export async function findChamber(store: Store, request: Request): Promise<Stored<Chamber>> {
  const chamber = await store.chamber(param(request, "chamber"));
  if (!chamber) throw new HttpError(404);
  return chamber;
}

/** The chamber's year that the address names; there is none for which no rules are in force. */
export async function findPlace(
  { store, rules: book }: { store: Store; rules: RuleBook },
  request: Request,
): Promise<Place> {
  const chamber = await findChamber(store, request);
  const year = param(request, "year");
  const rules = /^\d{4}$/.test(year) ? book.inForce(Number(year)) : null;
  if (!rules) throw new HttpError(404);
  return { chamber, year: Number(year), rules };
}

/** The address of a chamber, which leads to its newest year. */
export const chamberAddress = (language: string, chamber: string): string =>
  `/${language}/chambers/${encodeURIComponent(chamber)}`;

/** The address of a chamber's year. */
export const addressOf = (language: string, chamber: string, year: number): string =>
  `${chamberAddress(language, chamber)}/${year}`;

/** The address of a consultant's year at a chamber. */
export const caseAddress = (language: string, chamber: string, year: number, consultant: string): string =>
  `${addressOf(language, chamber, year)}/${encodeURIComponent(consultant)}`;
