export interface Config {
  host: string;
  port: number;
  /** Whether, and how many, proxies in front of the server are believed about the reader's address and TLS. */
  trustProxy: number | boolean;
  /** The folder of the embedded store. */
  dataFolder: string;
  /** The PostgreSQL database that takes the place of the embedded store; null where none is named. */
  databaseUrl: string | null;
  /** The folder that the seals of the log are written to: outside the store. */
  sealsFolder: string;
  /** How many members of the Collegium have to approve a draft. */
  quorum: number;
}

export const DEFAULT_QUORUM = 2;

/** A setting of the environment that cannot be used. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new ConfigError(`PORT has to be a number up to 65535, not "${text}".`);
  return port;
}

function readTrustProxy(text: string): number | boolean {
  if (text === "" || text === "false") return false;
  if (text === "true") return true;
  if (/^\d+$/.test(text)) return Number(text);
  throw new ConfigError(`TRUST_PROXY has to be true, false or the number of proxies, not "${text}".`);
}

function readQuorum(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new ConfigError(`QAGIDA_QUORUM has to be a number from 1 on, not "${text}".`);
  return Number(text);
}

/**
 * Reads the settings of the server: the one place that looks at the environment.
 * @throws {ConfigError} where one of them cannot be used.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const dataFolder = environment.QAGIDA_DATA || "data";
  return {
    host: environment.HOST || "127.0.0.1",
    port: readPort(environment.PORT || "3000"),
    trustProxy: readTrustProxy(environment.TRUST_PROXY ?? ""),
    dataFolder,
    databaseUrl: environment.DATABASE_URL || null,
    sealsFolder: environment.QAGIDA_SEALS || `${dataFolder.replace(/[/\\]+$/, "")}.seals`,
    quorum: readQuorum(environment.QAGIDA_QUORUM || String(DEFAULT_QUORUM)),
  };
}
