import { Frontier } from "./frontier.ts";
import { leafHash } from "./hash.ts";

/** The tree of events as they were written, each without its line's end. */
export async function treeOf(events: AsyncIterable<{ line: string }>): Promise<Frontier> {
  const tree = new Frontier();
  for await (const { line } of events) tree.append(leafHash(line));
  return tree;
}
