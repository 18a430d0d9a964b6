import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContextOptions } from "playwright-core";
import { createApp } from "../../server/app.ts";
import type { Services } from "../../server/services.ts";
import type { Account, Stored } from "../../server/store/records.ts";
import { createTestServices } from "../server/site.ts";
import { beginSession } from "../server/visitor.ts";

/** A running application on a free port. */
export interface Site {
  url: string;
  services: Services;
  /** The settings of a reader who is signed in with an account. */
  signedIn(account: Stored<Account>): Promise<BrowserContextOptions>;
  stop(): Promise<void>;
}

/** A browser that holds the cookie of a session. */
const holding = (token: string): BrowserContextOptions => {
  const cookie = { name: "session", value: token, domain: "127.0.0.1", path: "/", expires: -1 };
  return { storageState: { cookies: [{ ...cookie, httpOnly: true, secure: false, sameSite: "Lax" }], origins: [] } };
};

/** Starts the real application on a free port, over an empty embedded store. */
export async function startSite(given: Partial<Services> = {}): Promise<Site> {
  const services = await createTestServices(given);
  const app = createApp(services);
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, "127.0.0.1", () => resolve(listening));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    services,
    signedIn: async (account) => holding(await beginSession(services, account)),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
