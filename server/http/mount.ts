import type { ErrorRequestHandler, Express, RequestHandler } from "express";
import type { Action } from "../authorisation/actions.ts";
import { authorise } from "../authorisation/authorise.ts";
import { onlyFromHere, onlyWithToken } from "../forms/only-own-forms.ts";
import { readForm } from "../forms/read-form.ts";
import { readUpload } from "../forms/read-upload.ts";
import { onlyMethods } from "./methods.ts";
import type { Route } from "./route.ts";

type Handler = RequestHandler | ErrorRequestHandler;

/** What changes nothing and knows no session, although it is posted: a form from elsewhere can do no harm there. */
const HARMLESS: ReadonlySet<Action> = new Set<Action>(["report.check", "api.evaluate"]);

const READERS: Readonly<Record<NonNullable<Route["body"]>, readonly Handler[]>> = {
  form: readForm,
  upload: readUpload,
};

/** Whether a route takes only forms of its own pages: every one that is posted to, but for what is harmless. */
export const isGuarded = ({ method, action }: Route): boolean => method === "post" && !HARMLESS.has(action);

/** What a request meets before and in a route: may it, is it from here, what does it say, does it have its token. */
function handlersOf(route: Route): Handler[] {
  const reading = route.body ? READERS[route.body] : [];
  const reads = isGuarded(route) ? [onlyFromHere, ...reading, onlyWithToken] : reading;
  return [authorise(route.action), ...reads, ...[route.handle].flat()];
}

const METHODS = { get: ["GET", "HEAD"], post: ["POST"] } as const;

/** Mounts routes, each behind the table of authorisation; another method at a known address answers 405. */
export function mount(app: Express, routes: readonly Route[]): void {
  for (const path of new Set(routes.map((route) => route.path))) {
    const here = routes.filter((route) => route.path === path);
    const mounted = app.route(path);
    for (const route of here) mounted[route.method](...(handlersOf(route) as RequestHandler[]));
    mounted.all(onlyMethods(...here.flatMap(({ method }) => METHODS[method])));
  }
}
