import type { Frontier } from "../merkle/frontier.ts";
import { isNamed, type NamedSeal } from "../seals/named-seal.ts";
import { NO_SEAL, type Seal, sealHash } from "../seals/seal.ts";
import type { FiledSeal } from "../seals/seals-file.ts";
import { isSignedWith } from "../seals/signed-note.ts";
import type { VerifierKey } from "../seals/verifier-key.ts";
import type { Findings } from "./finding.ts";

/** A series of seals to check a log against. */
export interface SealSeries {
  seals: AsyncIterable<FiledSeal>;
  /** Whether it has to be whole: a copy may lack what it likes. */
  whole: boolean;
}

/** Walks through a series of seals beside the log that they are of. */
export class SealsCheck {
  readonly #seals: AsyncIterator<FiledSeal>;
  readonly #whole: boolean;
  readonly #key: VerifierKey;
  readonly #findings: Findings;
  /** The hashes of the seals that the log may name, by their numbers, as far as the log was read. */
  readonly #hashes = new Map<number, string>();
  #place = 0;
  #before: Seal | null = null;
  #next: Seal | null = null;
  #proven: Seal | null = null;
  #holds = true;

  constructor({ seals, whole }: SealSeries, key: VerifierKey, findings: Findings) {
    this.#seals = seals[Symbol.asyncIterator]();
    this.#whole = whole;
    this.#key = key;
    this.#findings = findings;
  }

  /** How many seals there are, good or not. */
  get count(): number {
    return this.#place;
  }

  /** The last seal that can be believed, whether the log fits it or not. */
  get last(): Seal | null {
    return this.#before;
  }

  /** The last seal that the log fits. */
  get proven(): Seal | null {
    return this.#proven;
  }

  /** Whether a seal that an event of the log names, by which it has to be there, is there. */
  holds({ number, hash }: NamedSeal): boolean {
    return this.#hashes.get(number) === hash;
  }

  /** How many events the seals say that there have to be, as far as they were read. */
  get sealedSize(): number {
    return this.#next?.size ?? this.#before?.size ?? 0;
  }

  /** Goes to the first seal. */
  begin(): Promise<void> {
    return this.#advance();
  }

  /** Compares the log's tree with the seals of its size. */
  async compare(tree: Frontier): Promise<void> {
    while (this.#next && this.#next.size <= tree.size) {
      this.#compareWith(this.#next, tree);
      await this.#advance();
    }
  }

  /**
   * Reads the rest: seals of more events than the log has.
   * @returns how many there are
   */
  async end(): Promise<number> {
    let later = 0;
    for (; this.#next; later += 1) await this.#advance();
    return later;
  }

  #compareWith(seal: Seal, tree: Frontier): void {
    if (!this.#holds) return;
    this.#holds = seal.size === tree.size && seal.root.equals(tree.root());
    if (this.#holds) this.#proven = seal;
    else this.#findings.add("forked", { seal: seal.number, from: this.#proven?.size ?? 0, to: seal.size - 1 });
  }

  /** Goes to the next seal that can be believed. */
  async #advance(): Promise<void> {
    this.#before = this.#next ?? this.#before;
    if (this.#next && isNamed(this.#next.number)) this.#hashes.set(this.#next.number, sealHash(this.#next));
    this.#next = null;
    for (let read = await this.#seals.next(); !read.done; read = await this.#seals.next()) {
      this.#place += 1;
      const seal = this.#judge(read.value.seal);
      if (seal) {
        this.#next = seal;
        return;
      }
    }
  }

  #judge(seal: Seal | null): Seal | null {
    const place = this.#place;
    if (!seal) this.#findings.add("unreadable-seal", { place });
    else if (!isSignedWith(seal.note, this.#key)) this.#findings.add("unsigned-seal", { place, seal: seal.number });
    else if (seal.size <= (this.#before?.size ?? 0))
      this.#findings.add("seal-out-of-order", { place, seal: seal.number });
    else {
      if (this.#whole && !this.#follows(seal)) this.#findings.add("seals-missing", { seal: seal.number });
      return seal;
    }
    return null;
  }

  #follows({ number, after }: Seal): boolean {
    const before = this.#before;
    return number === (before?.number ?? 0) + 1 && after === (before ? sealHash(before) : NO_SEAL);
  }
}
