import { expect, it } from "vitest";
import type { Draft } from "../../../server/store/records.ts";
import { caseRecord, chamberWith, change, draft } from "../sample.ts";
import { type EmptyPlace, openIn } from "./place.ts";

const TEXTS: [what: string, text: string][] = [
  ["an empty text", ""],
  ["line separators", "a\u2028b\u2029c\u0085d"],
  ["ends of lines and tabs", "a\nb\r\nc\td"],
  ["quotes and backslashes", '"\\"\\\\u0000\\\\ud83d\\n'],
  ["the characters that are mistaken for U+0000 as an escape", "\\u0000 and \\ud800"],
  ["letters of Kazakh", "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі ₸"],
  ["emoji and letters beyond the first plane", "😀👨‍👩‍👧𝔄"],
  ["controls other than U+0000", "\u0001\u0002\u001f\u007f"],
  ["the byte order mark and what is no character", "\ufeff\uffff\ufdd0"],
  ["combining marks, not composed", "e\u0301 й"],
  ["what looks like the store's own files", ',"state":{},"records":[\n]}'],
  ["spaces at both ends", "  a  "],
  ["100,000 characters", "ұ".repeat(100_000)],
];

/** Names of fields that mean something elsewhere, and numbers at the edge. */
const ODD = JSON.parse(
  '{"__proto__":{"a":1},"constructor":"x","toString":null,"2":"b","1":"a","":0,"n":[-0.1,1e21,5e-324,9007199254740991]}',
) as unknown;

/** That a text comes back as it was given, character by character. */
export function texts(emptyPlace: EmptyPlace): void {
  it.each(TEXTS)("keeps %s", async (_, text) => {
    const { store, both } = await openIn(emptyPlace);
    await store.commit(chamberWith("almaty"));
    const state = { ...caseRecord("almaty", 2024, "c-1"), consultantName: text };
    const by = { account: "acc-1", name: text };
    const kept = change([{ kind: "case", id: "almaty/2024/c-1", from: 0, state }], {
      by,
      reason: text,
      submission: text,
    });
    const { seq } = await store.commit(kept);
    await both(async (one) => {
      expect((await one.case("almaty/2024/c-1"))?.state).toEqual(state);
      expect(await one.event(seq)).toMatchObject({ by, reason: text, submission: text, records: [{ state }] });
      expect(await one.findEvents({ before: seq + 1, limit: 1 })).toMatchObject([{ reason: text }]);
    });
  });

  it("keeps fields of any name in their order, and numbers to the last digit", async () => {
    const { store, both } = await openIn(emptyPlace);
    const state: Draft = Object.assign(draft("2028"), { odd: ODD });
    await store.commit(change([{ kind: "draft", id: "d1", from: 0, state }]));
    await both(async (one) => {
      expect(JSON.stringify((await one.draft("d1"))?.state)).toBe(JSON.stringify(state));
    });
  });
}
