import { describe, expect, it } from "vitest";
import { localAddress } from "../../server/http/local-address.ts";

describe("an address to go on to", () => {
  it.each([
    "/en/",
    "/kk/chambers/almaty-city/2024?outcome=pending&page=2",
    "/en/rules?next=https://evil.example/",
    "/ru/%D0%B0",
  ])("%s is one of this site", (address) => {
    expect(localAddress(address)).toBe(address);
  });

  it("is what a browser makes of it", () => {
    expect(localAddress("/en/../kk/#here")).toBe("/kk/");
  });

  it.each([
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "/\\evil.example/",
    "\\/evil.example/",
    "/\t/evil.example/",
    "/\n/evil.example/",
    "\t//evil.example/",
    " //evil.example/",
    "/./\\evil.example/",
    "/.//evil.example/",
    "/..//evil.example/",
    "/en/..//evil.example/",
    "/%2e//evil.example/",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.example",
    "en/",
    "?x",
    "#x",
    "@evil.example/",
    "",
    null,
    undefined,
  ])("%j leads elsewhere, or nowhere, and is not followed", (address) => {
    expect(localAddress(address)).toBe(null);
  });
});
