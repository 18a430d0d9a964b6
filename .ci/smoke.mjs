// Runs the main job as the README tells: one case on the command line, the same over HTTP, and a page.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const asOf = "2025-02-16";
const { case: given } = JSON.parse(readFileSync("test/cases/five-seminars-fulfil-the-norm.json", "utf8"));
const folder = mkdtempSync(join(tmpdir(), "qagida-smoke-"));
const file = join(folder, "case.json");
writeFileSync(file, JSON.stringify(given));

const qagida = (...args) => execFileSync("npx", ["qagida", ...args], { encoding: "utf8" });
const byCommand = JSON.parse(qagida("evaluate", file, "--as-of", asOf, "--no-trace", "--confirm"));
assert.equal(byCommand.outcome, "fulfilled");
process.stdout.write(qagida("check", "rules/2022.json"));

const env = { ...process.env, PORT: "0", QAGIDA_DATA: join(folder, "data") };
const server = spawn("npm", ["start"], { env, detached: true });
const stop = () => process.kill(-server.pid, "SIGTERM");
try {
  const url = await new Promise((resolve, reject) => {
    let printed = "";
    const read = (text) => {
      printed += text;
      const found = /http:\/\/[^\s"/]+/.exec(printed);
      if (found) resolve(found[0]);
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    setTimeout(() => reject(new Error(`the server did not start:\n${printed}`)), 20_000).unref();
  });
  const answer = await fetch(`${url}/api/v1/evaluate`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ case: given, asOf, trace: false }),
  });
  assert.equal(answer.status, 200);
  assert.deepEqual(await answer.json(), byCommand);
  for (const language of ["kk", "ru", "en"]) {
    const page = await fetch(`${url}/${language}/rules`);
    assert.equal(page.status, 200);
    assert.match(await page.text(), new RegExp(`<html[^>]* lang="${language}"`));
  }
} finally {
  stop();
}
console.log("The main job runs: decided alike on the command line and over HTTP; the rules are shown.");
