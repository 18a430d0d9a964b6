import type { Consultant } from "../store/records.ts";

/**
 * A consultant as they stand on a chamber's list from now on: the chambers that had them before go with them.
 * @param before as the register had them; null where it did not
 */
export function onList(before: Consultant | null, { formerly, ...given }: Consultant): Consultant {
  const chambers = new Set([...(before?.formerly ?? []), ...(before ? [before.chamber] : []), ...(formerly ?? [])]);
  chambers.delete(given.chamber);
  return chambers.size === 0 ? given : { ...given, formerly: [...chambers] };
}
