import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { publishAdopted } from "../../server/adoption/published-in-store.ts";
import { readRuleBook } from "../../server/published-rules.ts";
import { openStore } from "../../server/store/open-store.ts";
import { RULES_2022, withPodcast } from "../adoption/drafts.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { qagida } from "./qagida.ts";

const folder = temporaryFolder("rules-command");
const data = join(folder, "data");
const env = { QAGIDA_DATA: data, DATABASE_URL: "" };
const open = () => openStore({ dataFolder: data, databaseUrl: null, now: () => new Date() });

beforeAll(async () => {
  const store = await open();
  await publishAdopted(store, readRuleBook(new URL("../../rules", import.meta.url).pathname));
  const state = { login: "editor", name: "Editor", grants: [{ role: "editor" as const }], closed: false };
  const records = [{ kind: "account", id: "e", from: 0, state } as const];
  await store.commit({ action: "account.invite", by: { account: null, name: "test" }, records });
  await store.close();
});

describe("qagida rules", () => {
  it("exports the adopted sets as the bytes that they were", async () => {
    const to = join(folder, "exported");
    const { code } = await qagida(["rules", "export", "--to", to, "--lang", "en"], "", env);
    expect(code).toBe(0);
    expect(readFileSync(join(to, "2022.json"), "utf8")).toBe(RULES_2022);
    const again = await qagida(["rules", "export", "--to", to, "--lang", "en"], "", env);
    expect(again.stdout).toContain("as it was");
  });

  it("makes a draft of a file, by an editor, whatever year the file claims", async () => {
    const file = join(folder, "podcast.json");
    writeFileSync(file, withPodcast());
    const { code, stdout } = await qagida(["rules", "import", file, "--author", "editor", "--lang", "en"], "", env);
    expect(code).toBe(0);
    const store = await open();
    const [draft] = await store.drafts();
    await store.close();
    expect(stdout).toContain(draft?.id);
    expect(draft?.state).toMatchObject({ status: "draft", title: "podcast.json", authors: [{ account: "e" }] });
    expect(JSON.parse(draft?.state.text ?? "{}").effectiveYear).toBeGreaterThan(2025);
    expect(draft?.state.text).toContain("Legal podcast");
  });

  it("refuses somebody who is no editor, and what is no rule set's file", async () => {
    const file = join(folder, "broken.json");
    writeFileSync(file, "{ not json");
    expect((await qagida(["rules", "import", file, "--author", "editor", "--lang", "en"], "", env)).code).toBe(2);
    writeFileSync(file, RULES_2022);
    const { code, stderr } = await qagida(["rules", "import", file, "--author", "nobody", "--lang", "en"], "", env);
    expect(code).toBe(2);
    expect(stderr).toContain("There is no editor");
  });
});
