import pg from "pg";

const CONNECTIONS = 10;
const SECONDS = 1000;

/** Numbers of eight bytes as numbers: what is counted here stays far below 2^53. */
const types: pg.CustomTypesConfig = {
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
    types,
  });
  // Whoever uses a connection that breaks is told by the failed query; an idle one is replaced by the next one.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
