import { createApp } from "./app.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { stopGracefully } from "./http/graceful-stop.ts";
import { createServices, type Services } from "./services.ts";

/** Says the address to people on a terminal, and to the log elsewhere. */
function announce({ logger }: Services, url: string): void {
  if (process.stdout.isTTY) console.log(`\n  Қағида – Qagida: ${url}\n`);
  else logger.info({ url }, "listening");
}

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function start({ host, port, trustProxy }: Config): void {
  const services = createServices({ trustProxy });
  const server = createApp(services).listen(port, host, (error?: Error) => {
    if (error) return refuse(sayWhy(error as NodeJS.ErrnoException, { host, port, trustProxy }));
    const address = server.address();
    const actual = typeof address === "object" && address ? address.port : port;
    announce(services, `http://${host.includes(":") ? `[${host}]` : host}:${actual}/`);
  });
  stopGracefully(server, services.logger);
}

function sayWhy({ code, message }: NodeJS.ErrnoException, { host, port }: Config): string {
  if (code === "EADDRINUSE") return `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1}`;
  if (code === "EACCES") return `Port ${port} is not open to this user. Choose one from 1024 on, such as PORT=3000.`;
  return `The server cannot listen on ${host}, port ${port}: ${message}`;
}

try {
  start(readConfig(process.env));
} catch (error) {
  if (error instanceof ConfigError) refuse(error.message);
  throw error;
}
