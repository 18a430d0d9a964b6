import { once } from "node:events";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { type AddressInfo, connect, createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { newDataFolder, startServer } from "./server-process.ts";

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

describe("the server", { timeout: 30_000 }, () => {
  it("needs no set-up: serves its first page within a second of its start, and founds its data", async () => {
    const before = Date.now();
    const QAGIDA_DATA = newDataFolder();
    const port = await startServer({ QAGIDA_DATA }).port();
    const page = await fetch(`http://127.0.0.1:${port}/kk/`);
    expect(page.status).toBe(200);
    expect(Date.now() - before).toBeLessThan(process.env.CI ? 5000 : 2500);
    expect(existsSync(join(QAGIDA_DATA, "journal.ndjson"))).toBe(true);
  });

  it("on SIGTERM finishes the request under way, although its connection is kept alive, and ends with 0", async () => {
    const { child, port, ended } = startServer();
    const socket = connect(await port(), "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    await once(socket, "connect");
    socket.write(HEAD + BODY.slice(0, 10));
    await new Promise((resolve) => setTimeout(resolve, 150));
    child.kill("SIGTERM");
    await new Promise((resolve) => setTimeout(resolve, 150));
    socket.write(BODY.slice(10));
    expect((await ended).code).toBe(0);
    expect(answer).toContain("HTTP/1.1 200 OK");
    expect(answer).toContain('"outcome":"unfulfilled"');
  });

  it("on SIGTERM answers what comes on an open connection, and says that it is the last answer", async () => {
    const { child, port, ended } = startServer();
    const socket = connect(await port(), "127.0.0.1");
    const answers: string[] = [];
    socket.on("data", (chunk) => void answers.push(String(chunk)));
    socket.write(HEAD + BODY);
    await once(socket, "data");
    child.kill("SIGTERM");
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.write(HEAD + BODY);
    expect((await ended).code).toBe(0);
    expect(answers.join("").match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
    expect(answers.join("").match(/Connection: (\S+)/g)).toEqual(["Connection: keep-alive", "Connection: close"]);
  });

  it("on SIGTERM does not wait for connections that bring nothing", async () => {
    const { child, port, ended } = startServer();
    const socket = connect(await port(), "127.0.0.1");
    socket.write(HEAD + BODY);
    await once(socket, "data");
    const before = Date.now();
    child.kill("SIGTERM");
    expect((await ended).code).toBe(0);
    expect(Date.now() - before).toBeLessThan(3000);
  });

  it("says clearly that its port is taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    const { code, said } = await startServer({ PORT: String(port) }).ended;
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port} is taken.`);
    taken.close();
  });

  it("says clearly that another process has its data", async () => {
    const QAGIDA_DATA = newDataFolder();
    await startServer({ QAGIDA_DATA }).port();
    const { code, said } = await startServer({ QAGIDA_DATA }).ended;
    expect(code).toBe(1);
    expect(said).toContain(QAGIDA_DATA);
    expect(said).not.toMatch(/\n\s+at /);
  });

  it("says clearly that its data is damaged, and the way out, and begins no new data", async () => {
    const QAGIDA_DATA = newDataFolder();
    const first = startServer({ QAGIDA_DATA });
    await first.port();
    first.child.kill("SIGTERM");
    await first.ended;
    await writeFile(join(QAGIDA_DATA, "state", "manifest.json"), "");
    const { code, said } = await startServer({ QAGIDA_DATA }).ended;
    expect(code).toBe(1);
    expect(said).toContain("manifest.json");
    expect(said).toContain("qagida store rebuild");
    expect(said).not.toMatch(/\n\s+at /);
  });

  it.each([
    ["a folder that is a file", () => ({ QAGIDA_DATA: fileURLToPath(import.meta.url) }), "QAGIDA_DATA"],
    ["a database that does not answer", () => ({ DATABASE_URL: "postgresql://127.0.0.1:1/x" }), "DATABASE_URL"],
  ])("says clearly that %s cannot be used", async (_, environment, named) => {
    const { code, said } = await startServer(environment()).ended;
    expect(code).toBe(1);
    expect(said).toContain(named);
    expect(said).not.toMatch(/\n\s+at /);
  });
});
