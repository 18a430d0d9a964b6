import type { Express } from "express";
import { createApp } from "../../server/app.ts";
import type { Services } from "../../server/services.ts";
import type { Draft, Stored } from "../../server/store/records.ts";
import { accountOf, settle } from "../authorisation/people.ts";
import { createTestServices } from "../server/site.ts";
import { signIn, type Visitor } from "../server/visitor.ts";

/** The real site with everybody in it, and an editor who is signed in. */
export interface DraftSite {
  app: Express;
  services: Services;
  editor: Visitor;
  /** The draft as it is kept. */
  draft(id: string): Promise<Stored<Draft>>;
}

export async function createDraftSite(): Promise<DraftSite> {
  const services = await createTestServices();
  await settle(services.store);
  const app = createApp(services);
  const account = await services.store.account((accountOf("the editor") as { id: string }).id);
  if (!account) throw new Error("there is no editor");
  const editor = await signIn(app, services, account);
  const draft = async (id: string): Promise<Stored<Draft>> => {
    const found = await services.store.draft(id);
    if (!found) throw new Error(`there is no draft ${id}`);
    return found;
  };
  return { app, services, editor, draft };
}
