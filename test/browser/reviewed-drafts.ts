import { approve } from "../../server/adoption/approve.ts";
import { publishAdopted, takeAdopted } from "../../server/adoption/published-in-store.ts";
import { look, object, remark } from "../../server/adoption/steps.ts";
import { submit } from "../../server/adoption/submit.ts";
import type { Account, Actor, Grant, Stored } from "../../server/store/records.ts";
import { changed, draftOf, RULES_2022, withPodcast } from "../adoption/drafts.ts";
import { TODAY } from "../server/site.ts";
import type { Site } from "./site.ts";

const account = (id: string, name: string, ...roles: Grant["role"][]): Stored<Account> => ({
  id,
  version: 1,
  state: { login: id, name, grants: roles.map((role) => ({ role })), closed: false },
});

export const EDITOR = account("editor", "Гүлнар Сейітова", "editor");
export const MEMBER = account("third", "Айдос Нұрланұлы Қоңыратбаев", "member");
const [FIRST, SECOND] = [account("first", "Ержан Оспанов", "member"), account("second", "Мария Ким", "member")];

const actor = ({ id, state }: Stored<Account>): Actor => ({ account: id, name: state.name });
const AT = `${TODAY}T07:30:00.000Z`;

/** A norm of 12 points and a longer seminar, with which the examples do not hold. */
const withNorm = (): string =>
  changed((ruleSet) => {
    ruleSet.amounts.find(({ id }: { id: string }) => id === "norm").value = 12;
    ruleSet.forms.find(({ id }: { id: string }) => id === "seminar").weight = 3;
  }, withPodcast());

/** A limit over both forms of the mass media, and one of the podcast. */
const withLimits = (): string =>
  changed((ruleSet) => {
    const limit = (id: string, kk: string, ru: string, en: string, forms: string[], most: number) => ({
      id,
      name: { kk, ru, en },
      clauses: ["6.2"],
      forms,
      most,
    });
    ruleSet.limits = [
      limit("podcast", "Подкаст шегі", "Предел по подкасту", "Podcast limit", ["podcast"], 3),
      limit("media", "БАҚ шегі", "Предел по СМИ", "Media limit", ["article", "media-appearance"], 2),
    ];
  }, withPodcast());

/** One draft in each state of its way: begun and not whole, begun, in review with an objection, adopted. */
export async function fillDrafts({ services: { store, rules } }: Site): Promise<void> {
  if ((await store.head()).size > 0) return;
  const accounts = [EDITOR, MEMBER, FIRST, SECOND].map(
    ({ id, state }) => ({ kind: "account", id, from: 0, state }) as const,
  );
  const by = actor(EDITOR);
  await store.commit({ action: "store.load", by: { account: null, name: "Qagida" }, records: accounts });
  await publishAdopted(store, rules);
  const torn = RULES_2022.replace('"weight": 2', '"weight": "two"');
  const drafts = { torn, norm: withNorm(), contested: withLimits(), adopted: withPodcast() };
  for (const [id, text] of Object.entries(drafts)) {
    const state = draftOf(text, { title: "Подкасттар және 2026 жылғы норма", authors: [by] });
    await store.commit({ action: "draft.save", by, records: [{ kind: "draft", id, from: 0, state }] });
  }
  const taking = (who: Stored<Account>, step: string) => ({ by: actor(who), at: AT, submission: step });
  for (const id of ["contested", "adopted"])
    await submit(store, id, { ...taking(EDITOR, `${id}-submit`), day: TODAY, quorum: 2, members: 3 });
  await remark(store, "contested", taking(FIRST, "remark"), "/forms/podcast", "Атауы қысқарақ болғаны жөн.");
  await look(store, "contested", taking(FIRST, "look"), "0".repeat(64), true);
  await object(
    store,
    "contested",
    taking(SECOND, "object"),
    "Ұзақ мерзімді бағалау жоқ.\nАлдымен бір жыл байқап көрейік.",
  );
  const approving = async (id: string, who: Stored<Account>) => {
    const sha256 = (await store.draft(id))?.state.review?.sha256 ?? "";
    await approve(store, id, { ...taking(who, `${id}-${who.id}`), sha256, day: TODAY });
  };
  await approving("contested", FIRST);
  for (const who of [FIRST, SECOND]) await approving("adopted", who);
  await takeAdopted(store, rules);
}
