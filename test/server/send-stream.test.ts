import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { PassThrough, Readable } from "node:stream";
import express from "express";
import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import { requestLog } from "../../server/http/request-log.ts";
import { sendStream } from "../../server/http/send-stream.ts";
import { errorPages } from "../../server/pages/error-pages.ts";
import { createSendPage } from "../../server/pages/page.ts";
import { createTestServices } from "./site.ts";

const services = await createTestServices();

interface Logged {
  level: number;
  err?: { message: string };
}

/** A server that answers with a stream, and what it logs. */
async function sending(content: () => Readable) {
  const lines = new PassThrough();
  const logged: Logged[] = [];
  lines.on("data", (line: Buffer) => logged.push(JSON.parse(line.toString())));
  const app = express();
  app.use(requestLog(pino(lines)));
  const sent: Promise<unknown>[] = [];
  app.get("/", (_request, response) => {
    const sending = sendStream(response, content());
    sent.push(sending.catch(() => undefined));
    return sending;
  });
  app.use(errorPages(createSendPage(services)));
  const server = app.listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, logged, sent };
}

const errorsIn = (logged: readonly Logged[]) => logged.filter(({ level }) => level >= 50);

async function* endless() {
  for (;;) yield "x".repeat(64 * 1024);
}

async function* breaking() {
  yield "begun";
  throw new Error("the disk broke");
}

describe("an answer that is sent as a stream", () => {
  it("ends without a word where the reader goes away", async () => {
    const { port, logged, sent } = await sending(() => Readable.from(endless()));
    const reader = connect(port, "127.0.0.1");
    reader.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    await once(reader, "data");
    reader.destroy();
    await once(reader, "close");
    await Promise.all(sent);
    expect(sent).toHaveLength(1);
    expect(errorsIn(logged)).toEqual([]);
  });

  it("is broken off where what is sent fails, so that nobody takes it for whole; the log says why", async () => {
    const { port, logged } = await sending(() => Readable.from(breaking()));
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    await expect(answer.text()).rejects.toThrow("terminated");
    await expect.poll(() => errorsIn(logged).map(({ err }) => err?.message)).toEqual(["the disk broke"]);
  });
});
