import { existsSync, readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));

const filesOf = (folder: string, ending: RegExp): string[] => {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => ending.test(file) && !file.includes("node_modules"))
    .map((file) => join(folder, file))
    .sort();
};

/** The source without its comments, so that prose may say what code must not do. */
const codeOf = (file: string): string =>
  readFileSync(join(root, file), "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "");

/** What stands in quotes after `from`, `import` or `require`; the end of a text such as "window.from" is none of them. */
const IMPORT = /(?<![.\w"'])(?:from\s*|import\s*\(?\s*|require\s*\(\s*)["']([^"'\n]+)["']/g;

const namesImportedBy = (code: string): string[] => [...code.matchAll(IMPORT)].map(([, name = ""]) => name);

/** The path from the project's root of a file that another imports. */
const pathOf = (file: string, name: string): string => relative(root, resolve(dirname(join(root, file)), name));

/** What a file imports: a folder of the project ("engine"), or the name of a package or of a built-in module. */
function importsOf(file: string): string[] {
  return namesImportedBy(codeOf(file)).map((name) =>
    name.startsWith(".") ? (pathOf(file, name).split(sep)[0] as string) : name,
  );
}

/** Every forbidden import of the files, as "file imports name". */
const forbidden = (files: readonly string[], isForbidden: (name: string) => boolean): string[] =>
  files.flatMap((file) =>
    importsOf(file)
      .filter(isForbidden)
      .map((name) => `${file} imports ${name}`),
  );

const packageOf = (name: string): string =>
  name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
const isBuiltIn = (name: string): boolean => name.startsWith("node:") || builtinModules.includes(packageOf(name));

const TYPESCRIPT = /\.ts$/;
const engine = filesOf("engine", TYPESCRIPT);
const server = filesOf("server", TYPESCRIPT);
const assets = filesOf("views", /\.(ts|js|mjs)$/);

describe("what is taken for an import", () => {
  it.each([
    ['import express from "express";', "express"],
    ["import{parse}from'csv-parse';", "csv-parse"],
    ['import {\n  one,\n  two,\n} from\n  "./numbers.ts";', "./numbers.ts"],
    ['import "./side-effect.ts";', "./side-effect.ts"],
    ['export * from "node:fs";', "node:fs"],
    ['const late = await import("pg");', "pg"],
    ['const old = require( "lowdb" );', "lowdb"],
    ['type Late = import("./late.ts").Late;', "./late.ts"],
  ])("%s", (code, name) => {
    expect(namesImportedBy(code)).toEqual([name]);
  });

  it.each(['const facts = { "window.from": one, "window.to": two };', "const days = { 'from': one, 'to': two };"])(
    "not %s",
    (code) => {
      expect(namesImportedBy(code)).toEqual([]);
    },
  );
});

describe("the folders import in one direction", () => {
  const secondOpinion = ["json-rules-engine", "temporal-polyfill"];

  it("there is something to look at", () => {
    expect(engine.length).toBeGreaterThan(20);
    expect(server.length).toBeGreaterThan(1);
    expect(importsOf("engine/compile.ts")).toContain("engine");
  });

  it("engine/ imports nothing of ours but itself, and of packages only these", () => {
    const allowed = ["engine", "@noble/hashes", "@sinclair/typebox", "ajv", "canonicalize", ...secondOpinion];
    expect(forbidden(engine, (name) => isBuiltIn(name) || !allowed.includes(packageOf(name)))).toEqual([]);
  });

  it("the second opinion has packages of its own, which the engine does not decide by", () => {
    const first = engine.filter((file) => !file.startsWith(join("engine", "second-opinion")));
    expect(forbidden(first, (name) => secondOpinion.includes(packageOf(name)))).toEqual([]);
  });

  it("server/ imports of ours only engine/ and itself", () => {
    expect(forbidden(server, (name) => ["test", "rules", "views", "dist"].includes(name))).toEqual([]);
  });

  it("what serves does not lean on the command line", () => {
    const serving = server.filter((file) => !file.startsWith(join("server", "cli")));
    const onCommands = serving.filter((file) =>
      namesImportedBy(codeOf(file)).some((name) => pathOf(file, name).startsWith(join("server", "cli"))),
    );
    expect(onCommands).toEqual([]);
  });

  it("what browsers load from views/ imports nothing of the server, the engine or Node", () => {
    const ours = ["server", "engine", "rules", "test", "dist"];
    expect(forbidden(assets, (name) => ours.includes(name) || isBuiltIn(name))).toEqual([]);
  });
});

describe("the engine is pure", () => {
  const IMPURE: [what: string, expression: RegExp][] = [
    ["clock", /\bDate\s*[.(]|\bnew Date\b|\bperformance\b|\bhrtime\b|\bTemporal\.Now\b/],
    ["chance", /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b/],
    ["environment", /\bprocess\b|\bglobalThis\b|\bIntl\b|\btoLocale|\blocaleCompare\b/],
    ["network", /\bfetch\b|\bXMLHttpRequest\b|\bWebSocket\b/],
    ["timer", /\bset(Timeout|Interval|Immediate)\b|\bqueueMicrotask\b/],
    ["console", /\bconsole\b/],
    ["code made while running", /\beval\s*\(|\bnew Function\b|\bimport\s*\(/],
  ];

  it.each(IMPURE)("it knows no %s", (_, expression) => {
    expect(engine.filter((file) => expression.test(codeOf(file)))).toEqual([]);
  });

  it("its own source needs no type that is not checked", () => {
    expect(engine.filter((file) => /@ts-(ignore|nocheck|expect-error)|\bas any\b|: any\b/.test(codeOf(file)))).toEqual(
      [],
    );
  });
});
