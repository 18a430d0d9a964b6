import type { Server, ServerResponse } from "node:http";
import { Server as NetServer } from "node:net";
import type { Logger } from "pino";

/** For how many milliseconds what was on its way when the signal came may still arrive. */
const GRACE = 200;
/** For how many milliseconds at most the connections that wait are taken. */
const LONGEST_TAKING = 3000;
const HARD_LIMIT = 10_000;
/** For how many turns of the event loop none has to come in, each shorter than so many milliseconds. */
const CALM_TURNS = 20;
const SHORT_TURN = 0.5;

/** Tells the client that this is the last answer on its connection, so that it sends nothing more into it. */
function endConnection(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("Connection", "close");
}

/**
 * Waits until the connections that the system holds for the server are taken: closing it would reset them. That is when
 * none came in for some short turns of the event loop, just before.
 */
function onceAllAreTaken(server: Server, act: () => void): void {
  const latest = performance.now() + LONGEST_TAKING;
  let lastTurn = 0;
  let calm = 0;
  server.on("connection", () => {
    calm = 0;
  });
  const look = (): void => {
    const now = performance.now();
    calm = now - lastTurn < SHORT_TURN ? calm + 1 : 0;
    lastTurn = now;
    if (calm >= CALM_TURNS || now > latest) act();
    else setImmediate(look);
  };
  look();
}

/**
 * On SIGTERM or SIGINT takes no new connection, answers what is under way or comes in on the open ones, for ten seconds
 * at most, then lets go of what the answers worked on, and ends with exit code 0.
 */
export function stopGracefully(server: Server, logger: Logger, letGo: () => Promise<void>): void {
  const underWay = new Set<ServerResponse>();
  let stopping = false;

  server.prependListener("request", (_request, response) => {
    underWay.add(response);
    if (stopping) endConnection(response);
    response.once("close", () => void underWay.delete(response));
  });

  async function end(): Promise<void> {
    await letGo();
    logger.info("stopped");
    process.exit(0);
  }

  function stop(signal: NodeJS.Signals): void {
    stopping = true;
    logger.info({ signal }, "stopping");
    for (const response of underWay) endConnection(response);
    // The close of HTTP servers would cut idle connections, and with them requests that are on their way.
    onceAllAreTaken(server, () => NetServer.prototype.close.call(server, end));
    setInterval(() => server.closeIdleConnections(), GRACE);
    setTimeout(() => server.closeAllConnections(), HARD_LIMIT).unref();
  }

  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}
