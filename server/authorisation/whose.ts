import type { Request } from "express";

/** Whose record is asked for, as far as it is known. */
export interface Whose {
  chamber?: string | undefined;
  consultant?: string | undefined;
  account?: string | undefined;
}

const named = (value: string | string[] | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

/** Whose record an address names, by its params; where it names nobody, what is the account's own is asked for. */
export function whoseRecord({ params }: Pick<Request, "params">, ownAccount: string | undefined): Whose {
  const { chamber, consultant, account } = params;
  if (chamber === undefined && consultant === undefined && account === undefined) return { account: ownAccount };
  return { chamber: named(chamber), consultant: named(consultant), account: named(account) };
}
