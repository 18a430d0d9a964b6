import Handlebars from "handlebars";
import { describe, expect, it } from "vitest";
import { isolated } from "../../server/language/isolated.ts";
import { messages } from "../../server/language/messages.ts";
import { isolatePrinted } from "../../server/pages/isolate-printed.ts";

const [RLO, PDF, RLI, FSI, PDI] = ["\u202e", "\u202c", "\u2067", "\u2068", "\u2069"];

describe("a text that could reorder what stands around it", () => {
  it.each([
    ["Legal podcast", "Legal podcast"],
    ["Құқықтық подкаст", "Құқықтық подкаст"],
    [`a${RLO}b`, `${FSI}a${RLO}b${PDF}${PDI}`],
    [`a${RLI}b`, `${FSI}a${RLI}b${PDI}${PDI}`],
    [`${PDI}${PDF}${RLO}b`, `${FSI}${RLO}b${PDF}${PDI}`],
    [`${RLI}${RLO}b${PDI}c`, `${FSI}${RLI}${RLO}b${PDF}${PDI}c${PDI}`],
    ["عقد", `${FSI}عقد${PDI}`],
    ["a\u200f", `${FSI}a\u200f${PDI}`],
  ])("%j is printed as %j", (text, printed) => {
    expect(isolated(text)).toBe(printed);
  });

  it("stays apart when it is printed once more", () => {
    const once = isolated(`${PDI}${RLO}b`);
    expect(isolated(once)).toBe(`${FSI}${once}${PDI}`);
  });

  it("is set apart within a sentence", () => {
    const said = messages("en")("problem.unknown-clause", { clause: `${PDI}${RLO}x` });
    expect(said).toContain(`${FSI}${RLO}x${PDF}${PDI}`);
  });
});

describe("a template", () => {
  const render = (source: string, text: string): string => {
    const template = Handlebars.compile(isolatePrinted(source), { strict: true });
    return template({ text }, { helpers: { printed: (value: string) => isolated(value) } });
  };

  it.each([
    ["<p>{{text}}</p>", `<p>${FSI}${RLO}x${PDF}${PDI}</p>`],
    ['<p title="a > {{text}}">{{text}}</p>', `<p title="a > ${RLO}x">${FSI}${RLO}x${PDF}${PDI}</p>`],
    ["<textarea>{{text}}</textarea>{{text}}", `<textarea>${RLO}x</textarea>${FSI}${RLO}x${PDF}${PDI}`],
    ['<input{{#if text}} value="{{text}}"{{/if}}>{{text}}', `<input value="${RLO}x">${FSI}${RLO}x${PDF}${PDI}`],
    ["{{#each this}}{{this}}{{/each}}", `${FSI}${RLO}x${PDF}${PDI}`],
  ])("%s sets apart what is read, and gives back what was typed", (source, html) => {
    expect(render(source, `${RLO}x`)).toBe(html);
  });

  it("still fails where a value is missing", () => {
    expect(() =>
      Handlebars.compile(isolatePrinted("{{absent}}"), { strict: true })({}, { helpers: { printed: String } }),
    ).toThrow("absent");
  });
});
