import { afterAll, beforeAll, describe, vi } from "vitest";
import { openPostgresqlStore } from "../../server/store/postgresql/open-postgresql-store.ts";
import { storeContract } from "./contract.ts";
import { startPostgresql, type TestServer } from "./postgresql.ts";

vi.setConfig({ testTimeout: 60_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startPostgresql();
}, 60_000);
afterAll(() => server?.stop());

describe("the store in PostgreSQL", () => {
  storeContract(async () => {
    const url = await server.createDatabase();
    return {
      open: () => openPostgresqlStore(url, { now: () => new Date() }),
      remove: async () => undefined,
    };
  });
});
