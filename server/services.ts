import { join } from "node:path";
import { type Logger, pino } from "pino";
import { type Assets, readAssets } from "./assets/assets.ts";
import { readTemplates, type Templates } from "./pages/templates.ts";
import { PROJECT_ROOT } from "./project-root.ts";
import { type RuleBook, readRuleBook } from "./published-rules.ts";
import { todayInAlmaty } from "./today.ts";

/** What the pages and the API are made of. */
export interface Services {
  rules: RuleBook;
  templates: Templates;
  assets: Assets;
  logger: Logger;
  trustProxy: number | boolean;
  /** The calendar day in Asia/Almaty. */
  today(): string;
}

/** Reads the rules, the templates and the assets of this checkout. */
export const createServices = (given: Partial<Services> = {}): Services => ({
  rules: readRuleBook(join(PROJECT_ROOT, "rules")),
  templates: readTemplates(join(PROJECT_ROOT, "views")),
  assets: readAssets(join(PROJECT_ROOT, "dist", "assets")),
  logger: pino(),
  trustProxy: false,
  today: () => todayInAlmaty(),
  ...given,
});
