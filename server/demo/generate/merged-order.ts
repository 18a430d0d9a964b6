import type { ShareOrder } from "./share.ts";

/** Where the events of all shares stand in the log. */
export interface MergedOrder {
  /** Of which share the event in each place is, the first place being 0. */
  shares: Uint8Array;
  /** The instant of the event in each place, in milliseconds. */
  instants: Float64Array;
}

/** Brings the shares into one order: of time, and at the same instant of the consultants' numbers. */
export function mergedOrder(orders: readonly ShareOrder[]): MergedOrder {
  const total = orders.reduce((sum, { instants }) => sum + instants.length, 0);
  const shares = new Uint8Array(total);
  const instants = new Float64Array(total);
  const at = orders.map(() => 0);
  for (let place = 0; place < total; place++) {
    const share = firstOf(orders, at);
    shares[place] = share;
    instants[place] = orders[share]?.instants[at[share] as number] as number;
    at[share] = (at[share] as number) + 1;
  }
  return { shares, instants };
}

/** The share whose next event comes first. */
function firstOf(orders: readonly ShareOrder[], at: readonly number[]): number {
  let first = -1;
  for (const [share, { instants }] of orders.entries()) {
    if ((at[share] as number) >= instants.length) continue;
    if (first === -1 || comesBefore(orders, at, share, first)) first = share;
  }
  return first;
}

function comesBefore(orders: readonly ShareOrder[], at: readonly number[], one: number, other: number): boolean {
  const instant = (share: number): number => orders[share]?.instants[at[share] as number] as number;
  const consultant = (share: number): number => orders[share]?.consultants[at[share] as number] as number;
  if (instant(one) !== instant(other)) return instant(one) < instant(other);
  return consultant(one) < consultant(other);
}
