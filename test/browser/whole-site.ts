import { newLink } from "../../server/accounts/links/new-link.ts";
import { withdraw } from "../../server/adoption/steps.ts";
import { createApp } from "../../server/app.ts";
import type { Account, Stored } from "../../server/store/records.ts";
import { draftOf, withPodcast } from "../adoption/drafts.ts";
import { settleChamber } from "../chamber/chamber-country.ts";
import { OFFICER, SYSTEM } from "../chamber/chamber-site.ts";
import { signIn, type Visitor } from "../server/visitor.ts";
import { EDITOR, fillDrafts, MEMBER } from "./reviewed-drafts.ts";
import type { Site } from "./site.ts";

const PDF = Buffer.from("%PDF-1.7\n%%EOF\n");
const ROWS = [
  "consultant;submitted_on;form;title;organizer;from;to;evidence",
  "c-20051;10.02.2025;seminar;Салық даулары;Алматы қаласының палатасы;01.05.2024;;сертификат № 17",
  "c-00001;10.02.2025;seminar;Семинар по медиации;Палата города Алматы;01.05.2024;;сертификат",
  "c-99999;10.02.2025;seminar;Семинар;Палата;31.02.2024;;сертификат",
].join("\r\n");

export const ADMINISTRATOR: Stored<Account> = {
  id: "administrator",
  version: 1,
  state: { login: "administrator", name: "Сәуле Жақсыбекқызы", grants: [{ role: "administrator" }], closed: false },
};

/** What stands for the params of addresses that only the filled site knows. */
export interface Filled {
  token: string;
  upload: string;
  /** The query with which the upload is read. */
  asked: string;
  document: string;
  ruleSet: string;
  /** Two results of looking back on the country, and two on the chamber. */
  result: string;
  other: string;
  chamberResult: string;
  chamberOther: string;
}

/** Keeps what a page of looking back comes to, by its form, and gives the id under which it is kept. */
async function keepResult(visitor: Visitor, address: string, note: string): Promise<string> {
  for (let tries = 0; tries < 50; tries++) {
    const { text } = await visitor.get(address).expect(200);
    const fields = [...text.matchAll(/name="(csrf|submission|seen)" value="([^"]*)"/g)];
    const sent = Object.fromEntries(fields.map(([, name, value]) => [name, value]));
    if (!sent.seen) continue;
    const { headers } = await visitor.postAsIs(`${address}/keep`, { ...sent, note }).expect(303);
    return String(headers.location).split("/").at(-1) as string;
  }
  throw new Error(`${address} does not come to its end`);
}

/** Fills an empty site so that every page has something to show, with drafts in every state. */
export async function fillWholeSite(site: Site): Promise<Filled> {
  const { services } = site;
  const { store } = services;
  await fillDrafts(site);
  const withdrawn = draftOf(withPodcast(), {
    title: "Құқықтық подкаст",
    authors: [{ account: EDITOR.id, name: EDITOR.state.name }],
  });
  const by = { account: EDITOR.id, name: EDITOR.state.name };
  await store.commit({
    action: "draft.save",
    by,
    records: [{ kind: "draft", id: "withdrawn", from: 0, state: withdrawn }],
  });
  await withdraw(
    store,
    "withdrawn",
    { by, at: services.now().toISOString(), submission: "withdraw" },
    "Нақтылау қажет.",
  );
  await settleChamber(services);
  const link = newLink("invitation", OFFICER.id, services.now());
  const { id, state } = ADMINISTRATOR;
  await store.commit({
    action: "store.load",
    by: SYSTEM,
    records: [{ kind: "account", id, from: 0, state }, link.record],
  });

  const officer = await signIn(createApp(services), services, OFFICER);
  const year = "/en/chambers/almaty-city/2024";
  const sent = async (path: string, name: string, content: string | Buffer): Promise<string> => {
    const answer = await officer.postFile(path, { csrf: await officer.formToken(year) }, { name, content }).expect(303);
    return String(answer.headers.location);
  };
  await sent(`${year}/c-00002/documents`, "Сертификат № 17 – салық даулары.pdf", PDF);
  const uploaded = await sent(`${year}/upload`, "reports.csv", ROWS);
  const [upload, asked] = (uploaded.split("/").at(-1) ?? "").split("?");
  const page = (await officer.get(`${year}/c-00002`).expect(200)).text;
  const member = await signIn(createApp(services), services, MEMBER);
  const country = "/en/looking-back";
  const chamber = `${country}/chambers/almaty-city`;
  return {
    result: await keepResult(member, `${country}/what-if/norm`, "Алқа отырысына: норма 12 балл"),
    other: await keepResult(member, `${country}/known/2025-03-01`, ""),
    chamberResult: await keepResult(officer, `${chamber}/known/2025-03-01`, ""),
    chamberOther: await keepResult(officer, `${chamber}/reproduce`, "Для заседания правления палаты"),
    token: link.token,
    upload: upload as string,
    asked: asked as string,
    document: /documents\/([0-9a-f]{64})/.exec(page)?.[1] ?? "",
    ruleSet: services.rules.published.at(-1)?.sha256 ?? "",
  };
}
