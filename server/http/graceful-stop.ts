import type { Server } from "node:http";
import type { Logger } from "pino";

const HARD_LIMIT = 10_000;

/**
 * On SIGTERM or SIGINT takes no new request, lets those under way finish within ten seconds, then lets go of what they
 * worked on, and ends with exit code 0.
 */
export function stopGracefully(server: Server, logger: Logger, letGo: () => Promise<void>): void {
  let stopping = false;

  server.on("request", (_request, response) => {
    response.once("close", () => {
      if (stopping) setImmediate(() => server.closeIdleConnections());
    });
  });

  function stop(signal: NodeJS.Signals): void {
    stopping = true;
    logger.info({ signal }, "stopping");
    server.close(async () => {
      await letGo();
      logger.info("stopped");
      process.exit(0);
    });
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), HARD_LIMIT).unref();
  }

  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}
