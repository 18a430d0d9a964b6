import type { Request, RequestHandler, Response } from "express";
import type { Language } from "../../../engine/index.ts";
import type { Route } from "../../http/route.ts";
import type { SendPage } from "../../pages/page.ts";
import type { Services } from "../../services.ts";
import { signedInOf } from "../../sessions/signed-in.ts";
import { withOtherRows } from "../case/other-rows.ts";
import { newSubmission, readSentForm } from "../case/sent-form.ts";
import { findChamber } from "../places.ts";
import { reader } from "../reader.ts";
import { registerAddress } from "./places.ts";
import { readRegistration } from "./read-registration.ts";
import { registerPage } from "./register-page.ts";
import { findRegistration, newRegistration, type Registration, typedRegistration } from "./registration.ts";
import { type RegistrationState, registrationPage } from "./registration-page.ts";
import { type Done, saveRegistration } from "./save-registration.ts";

const DONE: readonly Done[] = ["added", "changed", "moved", "same"];

/** The list of a chamber's consultants: who is on it, and what cases are filled in with. */
export function createRegisterRoutes(services: Services, sendPage: SendPage): Route[] {
  const { store } = services;

  const list: RequestHandler = async (request, response) => {
    const chamber = await findChamber(store, request);
    const { q, done } = request.query;
    const { head, model } = registerPage({
      language: response.locals.language,
      chamber,
      consultants: await store.consultantsOf(chamber.id),
      search: typeof q === "string" ? q.trim() : "",
      mayChange: signedInOf(response)?.may("consultant.change", { chamber: chamber.id }) ?? false,
      done: DONE.find((each) => each === done) ?? null,
    });
    response.set("Cache-Control", "no-store");
    sendPage(response, "chamber/register", head, model);
  };

  async function show(
    response: Response,
    registration: Registration,
    state: Omit<RegistrationState, "chambers">,
  ): Promise<void> {
    if (state.problems?.length) response.status(422);
    if (state.meanwhile) response.status(409);
    response.set("Cache-Control", "no-store");
    const language: Language = response.locals.language;
    const chambers = await store.chambers();
    const { head, model } = registrationPage(language, registration, { ...state, chambers });
    sendPage(response, "chamber/registration", head, model);
  }

  const open =
    (find: typeof newRegistration): RequestHandler =>
    async (request, response) => {
      const registration = await find(services, request);
      const form = { from: registration.kept?.version ?? 0, submission: newSubmission() };
      await show(response, registration, { typed: typedRegistration(registration), ...form });
    };

  async function take(registration: Registration, { body }: Request, response: Response): Promise<void> {
    const sent = readSentForm(body);
    const { typed, from, submission } = sent;
    const form = { typed, from, submission };
    const other = withOtherRows(sent);
    if (other) return show(response, registration, { ...form, ...other });
    const { entered, problems } = await readRegistration(services, registration, typed);
    if (!entered) return show(response, registration, { ...form, problems });
    const saved = await saveRegistration(store, reader(response), registration, entered, sent);
    if ("problems" in saved) return show(response, registration, { ...form, ...saved });
    if ("meanwhile" in saved) {
      const renewed = { from: saved.meanwhile.kept.version, submission: newSubmission() };
      return show(response, registration, { typed, ...renewed, ...saved });
    }
    const query = new URLSearchParams({ ...(saved.done === "moved" ? {} : { q: entered.id }), done: saved.done });
    response.redirect(303, `${registerAddress(response.locals.language, registration.chamber.id)}?${query}`);
  }

  const save =
    (find: typeof newRegistration): RequestHandler =>
    async (request, response) =>
      take(await find(services, request), request, response);

  const path = "/:language/chambers/:chamber/consultants";
  const add = { path: `${path}/new`, action: "consultant.add" } as const;
  const change = { path: `${path}/:consultant`, action: "consultant.change" } as const;
  return [
    { method: "get", path, action: "chamber.read", handle: list },
    { ...add, method: "get", handle: open(newRegistration) },
    { ...add, method: "post", body: "form", handle: save(newRegistration) },
    { ...change, method: "get", handle: open(findRegistration) },
    { ...change, method: "post", body: "form", handle: save(findRegistration) },
  ];
}
