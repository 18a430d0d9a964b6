/** A piece of a clause: a paragraph, or a list of items. */
export interface LawBlock {
  paragraph: string | null;
  items: string[];
}

const ITEM = /^–\s+/;

/** Groups the paragraphs of a clause: those that begin with a dash are the items of a list. */
export function lawBlocks(paragraphs: readonly string[]): LawBlock[] {
  const blocks: LawBlock[] = [];
  for (const text of paragraphs) {
    if (!ITEM.test(text)) {
      blocks.push({ paragraph: text, items: [] });
      continue;
    }
    const last = blocks.at(-1);
    const item = text.replace(ITEM, "");
    if (last && last.paragraph === null) last.items.push(item);
    else blocks.push({ paragraph: null, items: [item] });
  }
  return blocks;
}
