import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { runInThisContext } from "node:vm";
import Handlebars from "handlebars";
import type { Language } from "../../engine/index.ts";
import { isolated } from "../language/isolated.ts";
import { type MessageParams, messages } from "../language/messages.ts";
import { isolatePrinted, PRINTED } from "./isolate-printed.ts";

/** Renders a template, named by its path in `views/`, from a finished view model. */
export interface Templates {
  render(name: string, model: { language: Language }): string;
}

interface HelperOptions {
  hash: MessageParams;
  data: { root: { language: Language } };
}

const ENDING = ".hbs";

type Compiled = Handlebars.TemplateDelegate;

/** Compiles a file: nothing that a request brings is ever compiled. */
function compiled(handlebars: typeof Handlebars, source: string): Compiled {
  const code = handlebars.precompile(isolatePrinted(source), {
    strict: true,
    knownHelpers: { t: true, [PRINTED]: true, lookup: true, each: true, if: true, unless: true },
    knownHelpersOnly: true,
    preventIndent: true,
  });
  return handlebars.template(runInThisContext(`(${code})`));
}

function templateFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter(({ name }) => name.endsWith(ENDING)).map((entry) => join(entry.parentPath, entry.name));
}

/** The templates by their names, each compiled when it is first used: most starts show few pages. */
function templatesIn(folder: string, handlebars: typeof Handlebars): Record<string, Compiled> {
  const templates: Record<string, Compiled> = {};
  for (const file of templateFiles(folder)) {
    const source = readFileSync(file, "utf8");
    let template: Compiled | null = null;
    Object.defineProperty(templates, relative(folder, file).slice(0, -ENDING.length), {
      get() {
        template ??= compiled(handlebars, source);
        return template;
      },
    });
  }
  return templates;
}

/** Reads every template of the folder; each may be used as a partial by the others. */
export function readTemplates(folder: string): Templates {
  const handlebars = Handlebars.create();
  const templates = templatesIn(folder, handlebars);
  Object.assign(handlebars, { partials: templates });
  const helpers = {
    t: (key: string, { hash, data }: HelperOptions): string => messages(data.root.language)(key, hash),
    [PRINTED]: (value: unknown): unknown => (typeof value === "string" ? isolated(value) : value),
  };
  return {
    render(name, model) {
      const template = templates[name];
      if (!template) throw new Error(`there is no template ${name}`);
      return template(model, { helpers });
    },
  };
}
