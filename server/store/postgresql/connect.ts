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

const SNAPSHOT = "begin transaction isolation level repeatable read read only";

/** Connections that all see the database as it stands at one moment, and change nothing. */
export async function connectToSnapshot(url: string): Promise<pg.Pool> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "qagida snapshot",
    max: CONNECTIONS,
    idleTimeoutMillis: 0, // They stay open: their transactions are the snapshot.
    types: TYPES,
  });
  pool.on("error", () => undefined);
  const [first, ...others] = await Promise.all(Array.from({ length: CONNECTIONS }, () => pool.connect()));
  await first?.query(SNAPSHOT);
  const exported = await first?.query<{ id: string }>("select pg_export_snapshot() as id");
  const id = pg.escapeLiteral(exported?.rows[0]?.id ?? "");
  await Promise.all(others.map((client) => client.query(`${SNAPSHOT}; set transaction snapshot ${id}`)));
  for (const client of [first, ...others]) client?.release();
  return pool;
}
