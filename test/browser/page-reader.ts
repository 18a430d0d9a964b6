import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Language } from "../../engine/index.ts";
import { LANGUAGES } from "../../server/language/languages.ts";
import { type MessageParams, messages } from "../../server/language/messages.ts";
import { plain } from "../server/site.ts";

/** Somebody at the pages, in a language: what they see by its label, and do. */
export class PageReader {
  readonly page: Page;
  readonly #language: Language;
  readonly #hasScript: boolean;

  constructor(page: Page, language: Language, hasScript: boolean) {
    this.page = page;
    this.#language = language;
    this.#hasScript = hasScript;
  }

  say(key: string, params: MessageParams = {}): string {
    return messages(this.#language)(key, params);
  }

  follow = (key: string): Promise<void> =>
    this.page
      .getByRole("main")
      .getByRole("link", { name: this.say(key), exact: true })
      .click();

  press = (key: string): Promise<void> =>
    this.page
      .getByRole("main")
      .getByRole("button", { name: this.say(key), exact: true })
      .click();

  type = (key: string, text: string): Promise<void> => this.page.getByLabel(this.say(key), { exact: true }).fill(text);

  /** Chooses in a select on which further fields depend: without a script they come by the button beside it. */
  async choose(key: string, value: string): Promise<void> {
    const select = this.page.getByLabel(this.say(key), { exact: true }).and(this.page.locator("select"));
    if (this.#hasScript) await Promise.all([this.page.waitForNavigation(), select.selectOption(value)]);
    else {
      await select.selectOption(value);
      await select.locator("xpath=..").locator("button").click();
    }
  }

  async tick(labels: readonly string[]): Promise<void> {
    for (const label of labels) await this.page.getByLabel(label, { exact: true }).check();
  }

  /** Adds a part to the list of a section, and comes to its page. */
  async add(section: string, name: Readonly<Record<Language, string>>): Promise<void> {
    await this.follow(`editor.section.${section}`);
    for (const language of LANGUAGES) {
      await this.page.getByLabel(messages(language)("language.name"), { exact: true }).fill(name[language]);
    }
    await this.press("editor.add.button");
  }

  async save(): Promise<void> {
    await this.press("editor.save");
    await this.page.getByText(this.say("editor.saved"), { exact: true }).waitFor();
  }

  async sees(text: string): Promise<void> {
    expect(plain((await this.page.getByRole("main").textContent()) ?? "")).toContain(plain(text));
  }
}
