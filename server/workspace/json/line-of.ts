/** Reads JSON far enough to tell where each value begins. */
class Places {
  private at = 0;
  private readonly text: string;
  private readonly target: string;
  private found = 0;

  constructor(text: string, target: string) {
    this.text = text;
    this.target = target;
  }

  /** Where the value begins that the pointer leads to, or the innermost one on the way that is there. */
  find(): number {
    this.value("");
    return this.found;
  }

  private skip(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [matched = ""] = pattern.exec(this.text) ?? [];
    this.at += matched.length;
    return matched;
  }

  private value(pointer: string): void {
    this.skip(/[\s,:]*/y);
    const isOnTheWay = pointer === this.target || this.target.startsWith(`${pointer}/`);
    if (isOnTheWay) this.found = this.at;
    const first = this.text[this.at];
    if (first === "{") this.object(pointer);
    else if (first === "[") this.array(pointer);
    else if (first === '"') this.skip(/"(?:[^"\\]|\\.)*"/y);
    else this.skip(/[^\s,\]}]*/y);
  }

  private object(pointer: string): void {
    this.at++;
    for (this.skip(/[\s,]*/y); this.at < this.text.length && this.text[this.at] !== "}"; this.skip(/[\s,]*/y)) {
      const key = JSON.parse(this.skip(/"(?:[^"\\]|\\.)*"/y)) as string;
      this.value(`${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
    }
    this.at++;
  }

  private array(pointer: string): void {
    this.at++;
    let place = 0;
    for (this.skip(/[\s,]*/y); this.at < this.text.length && this.text[this.at] !== "]"; this.skip(/[\s,]*/y)) {
      this.value(`${pointer}/${place++}`);
    }
    this.at++;
  }
}

/** The line, the first being 1, of what a JSON Pointer leads to in a valid JSON text, or of what would hold it. */
export function lineOf(text: string, pointer: string): number {
  return text.slice(0, new Places(text, pointer).find()).split("\n").length;
}
