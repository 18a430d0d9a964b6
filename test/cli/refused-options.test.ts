import { describe, expect, it } from "vitest";
import { qagida } from "./qagida.ts";

const NOT_KNOWN: readonly (readonly string[])[] = [
  ["evaluate", "--unknown"],
  ["evaluate", "--lang", "fr"],
  ["store", "--unknown"],
  ["store", "check", "--unknown"],
  ["store", "check", "--lang", "fr"],
  ["store", "copy", "only-one"],
  ["user", "--unknown"],
  ["user", "list", "--unknown"],
  ["user", "grant", "aigerim", "king"],
  ["audit", "--unknown"],
  ["audit", "verify", "--lang", "fr"],
  ["audit", "prove"],
  ["rules", "--unknown"],
  ["rules", "export", "--lang", "fr"],
  ["register", "--unknown"],
  ["register", "load"],
  ["register", "export", "--lang", "fr"],
];

describe("a command that is called wrongly", () => {
  it.each(NOT_KNOWN.map((given) => [given.join(" "), given] as const))("is refused: qagida %s", async (_, given) => {
    const { code, stdout, stderr } = await qagida(given);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^error: /m);
  });

  it.each(["store", "user", "audit", "rules", "register"])("qagida %s --help is none", async (group) => {
    expect(await qagida([group, "--help"])).toMatchObject({ code: 0, stderr: "" });
  });
});
