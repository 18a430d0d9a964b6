import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { PROJECT_ROOT } from "../../server/project-root.ts";

const MAIN = join(PROJECT_ROOT, "dist", "server", "main.js");
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

const start = (environment: NodeJS.ProcessEnv): ChildProcess => {
  const child = spawn(process.execPath, [MAIN], { env: { ...process.env, HOST: "", ...environment } });
  started.push(child);
  return child;
};

async function listeningPort({ stdout }: ChildProcess): Promise<number> {
  let log = "";
  for await (const chunk of stdout ?? []) {
    log += chunk;
    const [, port] = /"url":"http:\/\/127\.0\.0\.1:(\d+)\/"/.exec(log) ?? [];
    if (port) return Number(port);
  }
  throw new Error(`the server did not start: ${log}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

const BODY = JSON.stringify({
  case: { reportingYear: 2024, consultant: { id: "c", memberSince: "2019-04-01" }, activities: [] },
});

const HEAD = [
  "POST /api/v1/evaluate HTTP/1.1",
  "Host: localhost",
  "Content-Type: application/json",
  `Content-Length: ${Buffer.byteLength(BODY)}`,
  "",
  "",
].join("\r\n");

describe("the server", () => {
  it("serves its first page within a second of its start", async () => {
    const before = Date.now();
    const port = await listeningPort(start({ PORT: String(await freePort()) }));
    const page = await fetch(`http://127.0.0.1:${port}/kk/`);
    expect(page.status).toBe(200);
    expect(Date.now() - before).toBeLessThan(process.env.CI ? 5000 : 2500);
  });

  it("on SIGTERM finishes the request under way, although its connection is kept alive, and ends with 0", async () => {
    const child = start({ PORT: String(await freePort()) });
    const port = await listeningPort(child);
    child.stdout?.resume();
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    await once(socket, "connect");
    socket.write(HEAD + BODY.slice(0, 10));
    await new Promise((resolve) => setTimeout(resolve, 150));
    const stopped = once(child, "exit");
    child.kill("SIGTERM");
    await new Promise((resolve) => setTimeout(resolve, 150));
    socket.write(BODY.slice(10));
    expect(await stopped).toEqual([0, null]);
    expect(answer).toContain("HTTP/1.1 200 OK");
    expect(answer).toContain('"outcome":"unfulfilled"');
  });

  it("says clearly that its port is taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    const child = start({ PORT: String(port) });
    let said = "";
    child.stderr?.on("data", (chunk) => {
      said += chunk;
    });
    expect(await once(child, "exit")).toEqual([1, null]);
    expect(said).toContain(`Port ${port} is taken.`);
    taken.close();
  });
});
