import type { Seal } from "./seal.ts";

/** The log is not the one that was sealed: it was changed, cut off or exchanged. */
export class Contradiction extends Error {
  override readonly name = "Contradiction";
  readonly code: "truncated" | "forked" | "seals-changed";

  constructor(code: Contradiction["code"], { number, size }: Pick<Seal, "number" | "size">, found: number) {
    super(`the log of ${found} events contradicts seal ${number}, of ${size} events: ${code}`);
    this.code = code;
  }
}
