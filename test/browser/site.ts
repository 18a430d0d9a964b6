import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { createApp } from "../../server/app.ts";
import { createServices } from "../../server/services.ts";

/** The day that the tests take for today, so that every page says the same on every day. */
export const TODAY = "2025-03-20";

/** A running application on a free port. */
export interface Site {
  url: string;
  stop(): Promise<void>;
}

/** Starts the real application: the rules, templates and built assets of this checkout. */
export async function startSite(): Promise<Site> {
  const services = createServices({ logger: pino({ level: "silent" }), today: () => TODAY });
  const server = await new Promise<Server>((resolve) => {
    const listening = createApp(services).listen(0, "127.0.0.1", () => resolve(listening));
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
