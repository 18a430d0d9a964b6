import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createSite } from "../server/site.ts";

/** A running application on a free port. */
export interface Site {
  url: string;
  stop(): Promise<void>;
}

/** Starts the real application on a free port. */
export async function startSite(): Promise<Site> {
  const app = await createSite();
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, "127.0.0.1", () => resolve(listening));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
