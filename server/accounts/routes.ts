import type { Route } from "../http/route.ts";
import type { SendPage } from "../pages/page.ts";
import type { Services } from "../services.ts";
import { createAdministrationRoutes } from "./administration/routes.ts";
import { createOwnAccountRoutes } from "./own/routes.ts";
import { createLinkRoutes } from "./sign-in/link-routes.ts";
import { createSignInRoutes } from "./sign-in/routes.ts";

/** Signing in, one's own account, and the administration of accounts. */
export const createAccountRoutes = (services: Services, sendPage: SendPage): Route[] => [
  ...createSignInRoutes(services, sendPage),
  ...createLinkRoutes(services, sendPage),
  ...createOwnAccountRoutes(services, sendPage),
  ...createAdministrationRoutes(services, sendPage),
];
