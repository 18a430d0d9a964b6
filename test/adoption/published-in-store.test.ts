import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { approve } from "../../server/adoption/approve.ts";
import { publishAdopted, takeAdopted } from "../../server/adoption/published-in-store.ts";
import { submit } from "../../server/adoption/submit.ts";
import { readRuleBook } from "../../server/published-rules.ts";
import { openTemporaryStore } from "../server/temporary-store.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { changed, draftOf, EDITOR, keepDraft, PUBLISHED_ID, person, RULES_2022, withPodcast } from "./drafts.ts";

const AT = "2026-11-23T05:00:00.000Z";
const DAY = "2026-11-23";

/** A folder of rules like that of the program. */
function rulesFolder(): string {
  const folder = temporaryFolder("rules");
  writeFileSync(join(folder, "2022.json"), RULES_2022);
  return folder;
}

it("keeps in a new store what was published with the program, once", async () => {
  const { store } = await openTemporaryStore();
  const book = readRuleBook(rulesFolder());
  await publishAdopted(store, book);
  await publishAdopted(store, book);
  expect((await store.adoptions()).map(({ id, state }) => [id, state.ruleSet])).toEqual([["2022-1", PUBLISHED_ID]]);
  expect((await store.head()).size).toBe(1);
  await store.close();
});

it("publishes what is adopted: in force from the next 1 January, and not before", async () => {
  const { store } = await openTemporaryStore();
  const folder = rulesFolder();
  const book = readRuleBook(folder);
  await publishAdopted(store, book);
  await keepDraft(store, "podcast", draftOf(withPodcast()));
  await submit(store, "podcast", { by: EDITOR, at: AT, day: DAY, quorum: 2, members: 3, submission: "s" });
  const sha256 = (await store.draft("podcast"))?.state.review?.sha256 ?? "";
  for (const name of ["first", "second"])
    await approve(store, "podcast", { by: person(name), submission: name, sha256, at: AT, day: DAY });
  expect(book.inForce(2027)?.effectiveYear).toBe(2022);

  await takeAdopted(store, book);
  expect(book.inForce(2026)?.sha256).toBe(PUBLISHED_ID);
  expect(book.inForce(2027)?.sha256).toBe(sha256);
  expect(book.inForce(2027)?.ruleSet.forms.at(-1)?.id).toBe("podcast");

  const afresh = readRuleBook(folder);
  await publishAdopted(store, afresh);
  expect(afresh.inForce(2027)?.sha256).toBe(sha256);
  await store.close();
});

it("refuses a file that was changed, or put there, beside the procedure", async () => {
  const { store } = await openTemporaryStore();
  const folder = rulesFolder();
  await publishAdopted(store, readRuleBook(folder));

  const put = changed((set) => Object.assign(set, { effectiveYear: 2027 }), withPodcast());
  writeFileSync(join(folder, "2027.json"), put);
  await expect(publishAdopted(store, readRuleBook(folder))).rejects.toThrow("has not been adopted");

  const folderOfChanged = rulesFolder();
  writeFileSync(join(folderOfChanged, "2022.json"), withPodcast(readFileSync(join(folder, "2022.json"), "utf8")));
  await expect(publishAdopted(store, readRuleBook(folderOfChanged))).rejects.toThrow(
    "is not the rule set that was adopted",
  );
  await store.close();
});
