import type { Language } from "../../engine/index.ts";
import { lengthOf, readSeals } from "../audit/seals/seals-file.ts";
import type { SealSeries } from "../audit/verify/seals-check.ts";
import type { Verified } from "../audit/verify/verified.ts";
import { verifyLog } from "../audit/verify/verify-log.ts";
import { formatInstant } from "../language/instants.ts";
import { messages } from "../language/messages.ts";
import { type AuditPlaces, auditPlaces, eventsOf, keyOf } from "./audit-places.ts";
import { fileRefusal } from "./files.ts";
import { paint } from "./paint.ts";
import { write } from "./standard-output.ts";

export interface AuditVerifyOptions extends AuditPlaces {
  json?: boolean;
  lang: Language;
}

/** The seals of a file, as far as it goes now. Read before the log, no seal is of more events than are found there. */
async function seriesOf(file: string, whole: boolean): Promise<SealSeries[]> {
  const length = await lengthOf(file);
  if (length === 0 && !whole) throw fileRefusal(file, Object.assign(new Error(), { code: "ENOENT" }));
  return length === 0 ? [] : [{ seals: readSeals(file, 0, length), whole }];
}

function sayFindings(language: Language, { findings, found }: Verified): string[] {
  const say = messages(language);
  const said = findings.map(({ code, params }) => paint("red", say(`audit.finding.${code}`, params), process.stdout));
  return found > findings.length ? [...said, say("audit.verify.more", { count: found - findings.length })] : said;
}

function sayProven(language: Language, { events, proven }: Verified): string[] {
  const say = messages(language);
  if (!proven) return [say("audit.verify.nothing-proven")];
  const { number, at, size } = proven;
  const since = say("audit.verify.proven", { seal: number, at: formatInstant(language, at), last: size - 1 });
  return events > size ? [since, say("audit.verify.unsealed", { count: events - size })] : [since];
}

/** What cannot be shown by log and seals alone, unless seals that were kept elsewhere are at hand. */
const sayLimits = (language: Language, hasCopy: boolean): string[] =>
  hasCopy ? [] : [messages(language)("audit.verify.limits")];

function inWords(language: Language, verified: Verified, hasCopy: boolean): string {
  const say = messages(language);
  const { events, root, seals, torn, later, elsewhere, found } = verified;
  return [
    ...sayFindings(language, verified),
    say("audit.verify.log", { events, root }),
    say("audit.verify.seals", { seals }),
    ...sayProven(language, verified),
    ...(later > 0 ? [say("audit.verify.later", { count: later })] : []),
    ...(elsewhere > 0 ? [say("audit.verify.elsewhere", { count: elsewhere })] : []),
    ...(torn ? [say("audit.verify.torn")] : []),
    found > 0
      ? paint("red", say("audit.verify.bad", { count: found }), process.stdout)
      : paint("green", say("audit.verify.good"), process.stdout),
    ...sayLimits(language, hasCopy),
  ].join("\n");
}

const asJson = (language: Language, { proven, findings, ...rest }: Verified): string =>
  JSON.stringify(
    {
      ...rest,
      proven: proven && { seal: proven.number, size: proven.size, at: proven.at },
      findings: findings.map((one) => ({
        ...one,
        message: messages(language)(`audit.finding.${one.code}`, one.params),
      })),
    },
    null,
    2,
  );

/** Whether a backup is cut off or damaged so that it cannot be unpacked. */
const isUnpackingError = (error: unknown): boolean => String((error as NodeJS.ErrnoException).code).startsWith("Z_");

/**
 * `qagida audit verify`: whether the log is what was sealed, from its first event to its last.
 * @returns the exit code: 1 where something is wrong with it.
 */
export async function auditVerify(options: AuditVerifyOptions): Promise<number> {
  const { lang, json, key: givenKey, checkpoints } = options;
  const { log, seals } = auditPlaces(options);
  const key = keyOf(options, seals);
  const series = await seriesOf(seals.checkpoints, true);
  if (checkpoints) series.push(...(await seriesOf(checkpoints, false)));
  const { events, isBackup, close } = await eventsOf(log);
  try {
    const verified = await verifyLog(events, series, key, isBackup);
    await write(`${json ? asJson(lang, verified) : inWords(lang, verified, checkpoints !== undefined)}\n`);
    if (!givenKey) process.stderr.write(`${messages(lang)("audit.verify.own-key", { file: seals.verifierKey })}\n`);
    return verified.found > 0 ? 1 : 0;
  } catch (error) {
    throw isUnpackingError(error) ? fileRefusal(log, error) : error;
  } finally {
    await close();
  }
}
