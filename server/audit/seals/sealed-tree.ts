import type { Store } from "../../store/store.ts";
import { leafHash } from "../merkle/hash.ts";
import { TILE, TiledTree } from "../merkle/tiled-tree.ts";
import { Contradiction } from "./contradiction.ts";
import type { Seal } from "./seal.ts";

/** Where the events of a log are read. */
export type Log = Pick<Store, "head" | "events">;

/** Adds the events of a log, up to and without a place, to the tree of those before. */
export async function growTree(tree: TiledTree, log: Log, to: number): Promise<void> {
  if (tree.size === to) return;
  for await (const { line } of log.events(tree.size, to)) tree.append(leafHash(line));
}

async function regrow(log: Log, size: number, tiles: readonly Buffer[]): Promise<TiledTree> {
  const tree = new TiledTree();
  for (const tile of tiles.slice(0, Math.floor(size / TILE))) tree.appendTile(tile);
  await growTree(tree, log, size);
  return tree;
}

const fits = (tree: TiledTree, { size, root }: Seal): boolean => tree.size === size && tree.root().equals(root);

/**
 * The tree as it was sealed last: from its tiles and the events behind them, or, where those do not fit, from every
 * event of the log.
 * @throws {Contradiction} where the log is not the one that was sealed.
 */
export async function sealedTree(log: Log, last: Seal | null, tiles: readonly Buffer[]): Promise<TiledTree> {
  if (!last) return new TiledTree();
  const { size } = await log.head();
  if (size < last.size) throw new Contradiction("truncated", last, size);
  const quick = await regrow(log, last.size, tiles);
  if (fits(quick, last)) return quick;
  const whole = await regrow(log, last.size, []);
  if (fits(whole, last)) return whole;
  throw new Contradiction("forked", last, size);
}
