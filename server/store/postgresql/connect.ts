import pg from "pg";

const CONNECTIONS = 10;
const SECONDS = 1000;

/** Numbers of eight bytes as numbers: what is counted here stays far below 2^53. */
export const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)),
};

/**
 * Connections to a database. What a server that hangs would hold, it gives up after a while; what is committed is on
 * disk, whatever the database has as its default.
 */
export function connect(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "qagida",
    max: CONNECTIONS,
    connectionTimeoutMillis: 5 * SECONDS,
    lock_timeout: 10 * SECONDS,
    idle_in_transaction_session_timeout: 60 * SECONDS,
    options: "-c synchronous_commit=on",
    keepAlive: true,
    types: TYPES,
  });
  // Whoever uses a connection that breaks is told by the failed query; an idle one is replaced by the next one.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** One connection in one transaction, which sees the database as it stands when it is first asked, and changes nothing. */
export function connectToSnapshot(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "qagida snapshot",
    max: 1,
    idleTimeoutMillis: 0,
    types: TYPES,
  });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
    client.query("begin transaction isolation level repeatable read read only").catch(() => undefined);
  });
  return pool;
}
