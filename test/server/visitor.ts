import type { Express } from "express";
import request, { type Response, type Test } from "supertest";
import type { Services } from "../../server/services.ts";
import { actorOf } from "../../server/sessions/actor-of.ts";
import { latestEnd } from "../../server/sessions/lifetime.ts";
import { idOfToken, newToken } from "../../server/sessions/secret-token.ts";
import type { Account, Stored } from "../../server/store/records.ts";

/** A browser that visits the site: it keeps cookies and sends forms as pages of the site do. */
export interface Visitor {
  get(path: string): Test;
  /** The token of the forms of a page, `/en/` unless another is given; empty where the page has no form. */
  formToken(page?: string): Promise<string>;
  /** Sends a form of a page, with that page's token. */
  post(path: string, fields?: Record<string, string>, page?: string): Promise<Response>;
  /** Sends a form exactly so, from a page of the site; a text where a name stands in it more than once. */
  postAsIs(path: string, fields?: Record<string, string> | string): Test;
  /** Sends a form with a file exactly so. */
  postFile(path: string, fields: Record<string, string>, file?: { name: string; content: string | Buffer }): Test;
}

/** Somebody who has not signed in, or who holds the cookies that are given. */
export function visit(app: Express, cookies = ""): Visitor {
  const agent = request.agent(app);
  const withCookies = (test: Test): Test => (cookies ? test.set("Cookie", cookies) : test);
  const get = (path: string): Test => withCookies(agent.get(path));
  const send = (path: string): Test => withCookies(agent.post(path)).set("Sec-Fetch-Site", "same-origin");
  const postAsIs: Visitor["postAsIs"] = (path, fields = {}) => send(path).type("form").send(fields);
  const postFile: Visitor["postFile"] = (path, fields, { name, content } = { name: "empty.csv", content: "" }) =>
    send(path).field(fields).attach("file", Buffer.from(content), name);

  async function formToken(page = "/en/"): Promise<string> {
    const { text } = await get(page);
    return /name="csrf" value="([\w-]{43})"/.exec(text)?.[1] ?? "";
  }

  return {
    get,
    formToken,
    postAsIs,
    postFile,
    post: async (path, fields = {}, page = undefined) => postAsIs(path, { ...fields, csrf: await formToken(page) }),
  };
}

/** Begins a session for an account as a sign-in does, and gives the token that its cookie holds. */
export async function beginSession(
  { store, now }: Pick<Services, "store" | "now">,
  account: Stored<Account>,
): Promise<string> {
  const token = newToken();
  const instant = now().toISOString();
  const state = { account: account.id, signedInAt: instant, seenAt: instant, expiresAt: latestEnd(now()), device: "" };
  const records = [{ kind: "session", id: idOfToken(token), from: 0, state }] as const;
  await store.commit({ action: "session.start", by: actorOf(account), records });
  return token;
}

/** A browser in which an account is signed in. */
export const signIn = async (app: Express, services: Services, account: Stored<Account>): Promise<Visitor> =>
  visit(app, `session=${await beginSession(services, account)}`);
