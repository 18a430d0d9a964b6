import { pino } from "pino";
import { announceSetUp } from "./accounts/announce-set-up.ts";
import { openCounters } from "./accounts/throttle/open-counters.ts";
import { createThrottles } from "./accounts/throttle/throttles.ts";
import { publishAdopted, takeAdopted } from "./adoption/published-in-store.ts";
import { createApp } from "./app.ts";
import { nameSeal } from "./audit/seals/named-seal.ts";
import { startSealing } from "./audit/seals/sealer.ts";
import type { Config } from "./config.ts";
import { stopGracefully } from "./http/graceful-stop.ts";
import { languageOfLocale } from "./language/language-of-locale.ts";
import { createServices, type Services } from "./services.ts";
import { StoreRefused, StoreUnavailable } from "./store/failures.ts";
import { openStore } from "./store/open-store.ts";
import type { Store } from "./store/store.ts";
import { startSweeping } from "./store/sweeping.ts";

/** Says the address to people on a terminal, and to the log elsewhere. */
function announce({ logger }: Services, url: string): void {
  if (process.stdout.isTTY) console.log(`\n  Қағида – Qagida: ${url}\n`);
  else logger.info({ url }, "listening");
}

/** Says on standard error, apart from the log, how the first administrator is made. */
const offerSetUp = ({ store, now, logger }: Services, url: string): Promise<void> =>
  announceSetUp({
    store,
    now,
    language: languageOfLocale(process.env),
    url,
    print: (text) => void process.stderr.write(text),
  }).catch((error) => logger.error(error));

/** Ends the process with a sentence that says why. */
export function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** Why the store cannot be opened, where that is the matter of who runs the server; null for a fault of ours. */
function sayWhyClosed(error: unknown, { dataFolder }: Config): string | null {
  if (error instanceof StoreRefused) return error.message;
  if (error instanceof StoreUnavailable) return `The database of DATABASE_URL cannot be used: ${error.message}`;
  const { code, message } = error as NodeJS.ErrnoException;
  return code ? `The data in ${dataFolder} cannot be opened (QAGIDA_DATA names the folder): ${message}` : null;
}

/** Opens the store that the settings name, or ends the process with what is wrong and the way out. */
export async function openOrRefuse(config: Config): Promise<Store> {
  try {
    return await openStore({ ...config, now: () => new Date() });
  } catch (error) {
    const why = sayWhyClosed(error, config);
    if (why === null) throw error;
    return refuse(why);
  }
}

/** Publishes the rule sets that were adopted, or ends the process where a file got in beside their adoption. */
async function publishOrRefuse({ store, rules }: Services): Promise<void> {
  try {
    await publishAdopted(store, rules);
  } catch (error) {
    if (error instanceof StoreRefused) return refuse(error.message);
    throw error;
  }
}

/** How often a server looks for what others adopted on the same database, in milliseconds. */
const ADOPTIONS_EVERY = 5_000;

/** Publishes what another server adopts on the same database. */
const watchAdoptions = ({ store, rules, logger }: Services): NodeJS.Timeout | undefined =>
  store.kind === "postgresql"
    ? setInterval(() => void takeAdopted(store, rules).catch((error) => logger.error(error)), ADOPTIONS_EVERY)
    : undefined;

/**
 * Serves the pages and the API until the process is told to stop.
 * @param demo whether this is the demo: every page says so, and signing in takes one click
 */
export async function serve(config: Config, { demo = false }: { demo?: boolean } = {}): Promise<void> {
  const { host, port, trustProxy, quorum } = config;
  const store = await openOrRefuse(config);
  const logger = pino();
  const sealer = startSealing(store, config.sealsFolder, {
    now: () => new Date(),
    logger,
    name: (seal) => nameSeal(store, seal),
  });
  const counters = await openCounters(config.databaseUrl);
  const throttles = createThrottles(counters);
  const services = createServices({ store, sealer, logger, throttles, trustProxy, quorum, demo });
  await publishOrRefuse(services);
  const watched = watchAdoptions(services);
  const sweeping = startSweeping(store, services);
  const letGo = async (): Promise<void> => {
    clearInterval(watched);
    await sweeping.close();
    await counters.close();
    await sealer.close();
    await store.close();
  };
  const server = createApp(services).listen(port, host, async (error?: Error) => {
    if (error) {
      await letGo();
      return refuse(sayWhy(error as NodeJS.ErrnoException, config));
    }
    const address = server.address();
    const actual = typeof address === "object" && address ? address.port : port;
    const url = `http://${host.includes(":") ? `[${host}]` : host}:${actual}/`;
    announce(services, url);
    await offerSetUp(services, url);
  });
  stopGracefully(server, logger, letGo);
}

function sayWhy({ code, message }: NodeJS.ErrnoException, { host, port }: Config): string {
  if (code === "EADDRINUSE") return `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1}`;
  if (code === "EACCES") return `Port ${port} is not open to this user. Choose one from 1024 on, such as PORT=3000.`;
  return `The server cannot listen on ${host}, port ${port}: ${message}`;
}
