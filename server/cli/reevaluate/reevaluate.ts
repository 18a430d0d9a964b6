import { messages } from "../../language/messages.ts";
import { findingAsJson, isReplay } from "../../replay/finding.ts";
import { chamberAddress, lookingBackAddress } from "../../replay/looking-back/places.ts";
import { openLog } from "../../store/open-log.ts";
import { openStore } from "../../store/open-store.ts";
import type { Store } from "../../store/store.ts";
import { write } from "../standard-output.ts";
import { refuseMissing, serversStore } from "../store-place.ts";
import { keeperNamed, keepResult } from "./keep-result.ts";
import { type LookedBack, replayed, reproduced } from "./looked-back.ts";
import type { ReevaluateOptions } from "./reevaluate-options.ts";
import { findingInWords } from "./reevaluate-words.ts";

const isOtherwise = ({ whatIf, asKnownOn }: ReevaluateOptions): boolean =>
  whatIf !== undefined || asKnownOn !== undefined;

/** Reads the log alone: the server may run meanwhile. */
async function fromLog(options: ReevaluateOptions): Promise<LookedBack> {
  const place = serversStore();
  refuseMissing(place);
  const log = await openLog(place);
  try {
    return await reproduced(log.events(), options);
  } finally {
    await log.close();
  }
}

async function keep(store: Store, options: ReevaluateOptions, login: string): Promise<LookedBack> {
  const keeper = await keeperNamed(store, login, options);
  const from = { at: new Date().toISOString(), events: (await store.head()).size };
  const found = isOtherwise(options) ? await replayed(store, options) : await reproduced(store.events(), options);
  const id = await keepResult(store, found, keeper, from, options);
  const { lang } = options;
  const base = keeper.chamber === null ? lookingBackAddress(lang) : chamberAddress(lang, keeper.chamber);
  process.stderr.write(`${messages(lang)("cli.reevaluate.kept", { address: `${base}/kept/${id}` })}\n`);
  return found;
}

async function fromStore(options: ReevaluateOptions): Promise<LookedBack> {
  const place = serversStore();
  refuseMissing(place);
  const store = await openStore(place);
  try {
    return options.keep === undefined ? await replayed(store, options) : await keep(store, options, options.keep);
  } finally {
    await store.close();
  }
}

/**
 * `qagida reevaluate`: makes every recorded decision once more and compares; or decides the recorded cases otherwise, and
 * tells what would change. Nothing that is recorded is touched; what came of it is kept beside it, where that is asked for.
 * @returns the exit code: 1 where a recorded decision is not reproduced.
 */
export async function reevaluate(options: ReevaluateOptions): Promise<number> {
  const { lang, json } = options;
  const needsStore = isOtherwise(options) || options.keep !== undefined;
  const { finding } = needsStore ? await fromStore(options) : await fromLog(options);
  await write(`${json ? JSON.stringify(findingAsJson(finding), null, 2) : findingInWords(lang, finding)}\n`);
  return isReplay(finding) || finding.list.length === 0 ? 0 : 1;
}
