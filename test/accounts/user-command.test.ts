import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../../server/app.ts";
import { openStore } from "../../server/store/open-store.ts";
import type { Store } from "../../server/store/store.ts";
import { qagida, type Ran } from "../cli/qagida.ts";
import { createTestServices } from "../server/site.ts";
import { visit } from "../server/visitor.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { PASSWORD } from "./people.ts";

let folder: string;

beforeEach(async () => {
  folder = temporaryFolder("user");
});

const dataFolder = (): string => join(folder, "data");
const user = (...args: string[]): Promise<Ran> => qagida(["user", ...args], "", { QAGIDA_DATA: dataFolder() });

async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ dataFolder: dataFolder(), databaseUrl: null, now: () => new Date() });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

describe("qagida user", { timeout: 60_000 }, () => {
  it("invites somebody by a link, which works on the pages", async () => {
    const ran = await user(
      "invite",
      "Aigerim",
      "--name",
      "Айгерім",
      "--role",
      "administrator",
      "--url",
      "http://q.test/",
    );
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain("It is shown only now.");
    const [, path = ""] = /^http:\/\/q\.test(\/en\/link\/[\w-]{43})\n$/.exec(ran.stdout) ?? [];
    await withStore(async (store) => {
      const app = createApp(await createTestServices({ store, now: () => new Date() }));
      expect((await visit(app).post(path, { password: PASSWORD }, path)).status).toBe(303);
      const [invitation] = await store.findEvents({ action: "account.invite", limit: 1 });
      expect(invitation?.by.name).toMatch(/^qagida user \(.+\)$/);
    });
    const listed = await user("list");
    expect(listed.stdout).toBe("aigerim\tАйгерім\tAdministrator\tOpen\n");
    expect((await user("close", "aigerim")).stderr).toContain("This is the last administrator");
  });

  it("changes an account", async () => {
    const invited = await user("invite", "daulet", "--name", "Дәулет", "--role", "auditor");
    expect(invited).toMatchObject({ code: 0, stderr: expect.stringContaining("It is shown only now.") });
    for (const args of [
      ["grant", "daulet", "editor"],
      ["revoke", "daulet", "auditor"],
      ["close", "daulet"],
    ]) {
      expect(await user(...args)).toEqual({ code: 0, stdout: "", stderr: "" });
    }
    const [account] = JSON.parse((await user("list", "--json")).stdout);
    expect(account).toMatchObject({ login: "daulet", grants: [{ role: "editor" }], closed: true });
    expect(await user("reset", "daulet")).toMatchObject({ code: 2, stdout: "" });
    await user("reopen", "daulet");
    expect((await user("reset", "daulet")).stdout).toMatch(/^http:\/\/127\.0\.0\.1:3000\/en\/link\/[\w-]{43}\n$/);
  });

  it.each([
    [["invite", "x y", "--name", "X", "--role", "auditor"], "x y: /login: A login has"],
    [["invite", "x1", "--name", "X", "--role", "officer", "--chamber", "nowhere"], "x1: /chamber: Choose the officer"],
    [["reset", "nobody"], "There is no account with the login “nobody”."],
    [["grant", "nobody", "emperor"], "Allowed choices are"],
  ])("%o is refused in a sentence", async (args, sentence) => {
    const { code, stdout, stderr } = await user(...args);
    expect({ code, stdout, stderr }).toMatchObject({ code: 2, stdout: "" });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("says what to do where a server holds the store", async () => {
    await withStore(async () => {
      const { code, stderr } = await user("list", "--lang", "ru");
      expect({ code, stderr }).toMatchObject({ code: 2 });
      expect(stderr).toContain("Воспользуйтесь его страницей «Учётные записи»");
    });
  });
});
