import type { LoggedEvent } from "../../store/change.ts";
import { Frontier } from "../merkle/frontier.ts";
import { leafHash } from "../merkle/hash.ts";
import { type NamedSeal, readNamedSeal } from "../seals/named-seal.ts";
import type { Seal } from "../seals/seal.ts";
import type { VerifierKey } from "../seals/verifier-key.ts";
import { Findings } from "./finding.ts";
import type { KeptEvent, KeptEvents } from "./kept-event.ts";
import { readKept } from "./read-kept.ts";
import { RecordChains } from "./record-chains.ts";
import { type SealSeries, SealsCheck } from "./seals-check.ts";
import type { Verified } from "./verified.ts";

/** Reads a log from its first event to its last. */
class Verification {
  readonly findings = new Findings();
  readonly tree = new Frontier();
  readonly #chains = new RecordChains(this.findings);
  readonly #checks: readonly SealsCheck[];
  #expected = 0;
  /** Events at the end that cannot be read: they were never acknowledged, unless the log goes on behind them. */
  #doubtful: KeptEvent[] = [];
  readonly #isBackup: boolean;
  readonly #key: VerifierKey;
  #later = 0;
  #elsewhere = 0;

  constructor(series: readonly SealSeries[], key: VerifierKey, isBackup: boolean) {
    this.#isBackup = isBackup;
    this.#key = key;
    this.#checks = series.map((one) => new SealsCheck(one, key, this.findings));
  }

  async read(events: KeptEvents): Promise<Verified> {
    for (const check of this.#checks) await check.begin();
    for await (const event of events) await this.#take(event);
    if (this.#isSealedBeyond()) await this.#settleDoubts();
    for (const check of this.#checks) await this.#end(check);
    return this.#sayAll();
  }

  async #end(check: SealsCheck): Promise<void> {
    const later = await check.end();
    if (later > 0 && this.#isBackup) this.#later = Math.max(this.#later, later);
    else if (later > 0 && check.last)
      this.findings.add("truncated", { events: this.tree.size, seal: check.last.number, size: check.last.size });
  }

  async #take(event: KeptEvent): Promise<void> {
    const fits = event.hash === leafHash(event.line).toString("hex");
    if (!fits || (this.#doubtful.length > 0 && !event.settled)) {
      this.#doubtful.push(event);
      if (this.#isSealedBeyond()) await this.#settleDoubts();
      return;
    }
    await this.#settleDoubts();
    await this.#add(event, fits);
  }

  /** Whether the seals say that there is one more event. */
  #isSealedBeyond(): boolean {
    return this.#checks.some(({ sealedSize }) => sealedSize > this.tree.size);
  }

  async #settleDoubts(): Promise<void> {
    const doubtful = this.#doubtful;
    this.#doubtful = [];
    for (const event of doubtful) await this.#add(event, event.hash === leafHash(event.line).toString("hex"));
  }

  async #add({ line, hash }: KeptEvent, fits: boolean): Promise<void> {
    const place = this.tree.size;
    const event = readKept(line);
    if (hash !== null && !fits) this.findings.add("edited-event", { seq: place });
    else if (!event || hash === null) this.findings.add("unreadable-event", { seq: place });
    if (event && fits) this.#follow(event, place);
    else this.#chains.lose();
    this.#expected = (fits && event ? event.seq : this.#expected) + 1;
    // An edited event is told as such: its hash, which stands beside it, may still fit the seals.
    this.tree.append(hash === null ? leafHash(line) : Buffer.from(hash, "hex"));
    for (const check of this.#checks) await check.compare(this.tree);
  }

  #follow(event: LoggedEvent, place: number): void {
    if (event.seq !== this.#expected) {
      this.findings.add("out-of-order", { place, seq: event.seq });
      this.#chains.lose();
    }
    this.#chains.follow(event);
    const named = readNamedSeal(event);
    if (named) this.#lookFor(named, event.seq);
  }

  /** Seals of another key stand in another folder: they are counted. */
  #lookFor(named: NamedSeal, seq: number): void {
    const [filed] = this.#checks;
    if (named.origin !== this.#key.name) this.#elsewhere += 1;
    else if (!filed?.holds(named)) this.findings.add("seal-gone", { seq, seal: named.number });
  }

  #sayAll(): Verified {
    const proven = this.#checks.map((check) => check.proven).reduce(later, null);
    const [filed, ...copies] = this.#checks;
    const known = filed?.last?.number ?? 0;
    for (const { last } of copies)
      if (filed && last && last.number > known) this.findings.add("seals-cut", { seal: last.number, last: known });
    if (this.tree.size > 0 && !this.#checks.some(({ count }) => count > 0)) this.findings.add("unsealed");
    return {
      events: this.tree.size,
      root: this.tree.root().toString("base64"),
      seals: filed?.count ?? 0,
      proven,
      later: this.#later,
      elsewhere: this.#elsewhere,
      torn: this.#doubtful.length > 0,
      findings: this.findings.kept,
      found: this.findings.count,
    };
  }
}

const later = (one: Seal | null, other: Seal | null): Seal | null =>
  (other?.size ?? 0) > (one?.size ?? 0) ? other : one;

/**
 * Verifies a log: the hash of every event, its place, the way of every record, and every seal.
 * @param series the seals beside the log first, then copies that were kept elsewhere
 * @param isBackup whether the log may end earlier than its seals
 */
export const verifyLog = (
  events: KeptEvents,
  series: readonly SealSeries[],
  key: VerifierKey,
  isBackup = false,
): Promise<Verified> => new Verification(series, key, isBackup).read(events);
