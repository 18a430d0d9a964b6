import { describe, expect, it } from "vitest";
import { newDataFolder, startServer } from "../server/server-process.ts";

const LINK = /http:\/\/127\.0\.0\.1:\d+(\/en\/link\/([\w-]{43}))\n/;

/** Waits until a server has said something. */
const untilSaid = async (pattern: RegExp, { child }: ReturnType<typeof startServer>): Promise<RegExpExecArray> => {
  let said = "";
  for await (const chunk of child.stderr as AsyncIterable<Buffer>) {
    said += chunk;
    const found = pattern.exec(said);
    if (found) return found;
  }
  throw new Error(`the server ended and said: ${said}`);
};

describe("the server started the first time", { timeout: 30_000 }, () => {
  it("prints the link for the first administrator on the terminal, and never into the log", async () => {
    const folder = newDataFolder();
    const server = startServer({ QAGIDA_DATA: folder, LC_ALL: "C" });
    const [, path = "", token = ""] = await untilSaid(LINK, server);
    const origin = `http://127.0.0.1:${await server.port()}`;
    expect((await fetch(origin + path)).status).toBe(200);
    server.child.kill("SIGTERM");
    const { code, log } = await server.ended;
    expect(code).toBe(0);
    expect(log).toContain("/en/link/…");
    expect(log).not.toContain(token);

    const again = startServer({ QAGIDA_DATA: folder, LC_ALL: "C" });
    const [, , next = ""] = await untilSaid(LINK, again);
    expect(next).not.toBe(token);
    expect((await fetch(`http://127.0.0.1:${await again.port()}${path}`)).status).toBe(410);
  });
});
