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

/** Precompiles a file: nothing that a request brings is ever compiled. */
function precompile(source: string): Handlebars.TemplateDelegate {
  const code = Handlebars.precompile(isolatePrinted(source), {
    strict: true,
    knownHelpers: { t: true, [PRINTED]: true, lookup: true, each: true, if: true, unless: true },
    knownHelpersOnly: true,
    preventIndent: true,
  });
  return Handlebars.template(runInThisContext(`(${code})`));
}

function templateFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter(({ name }) => name.endsWith(ENDING)).map((entry) => join(entry.parentPath, entry.name));
}

/** Reads every template of the folder; each may be used as a partial by the others. */
export function readTemplates(folder: string): Templates {
  const files = templateFiles(folder);
  const partials = Object.fromEntries(
    files.map((file) => [relative(folder, file).slice(0, -ENDING.length), precompile(readFileSync(file, "utf8"))]),
  );
  const helpers = {
    t: (key: string, { hash, data }: HelperOptions): string => messages(data.root.language)(key, hash),
    [PRINTED]: (value: unknown): unknown => (typeof value === "string" ? isolated(value) : value),
  };
  return {
    render(name, model) {
      const template = partials[name];
      if (!template) throw new Error(`there is no template ${name}`);
      return template(model, { partials, helpers });
    },
  };
}
