import { beforeAll, describe, expect, it } from "vitest";
import { plain } from "../server/site.ts";
import { createDraftSite, type DraftSite } from "./draft-site.ts";
import { formIn } from "./html-form.ts";

let site: DraftSite;
beforeAll(async () => {
  site = await createDraftSite();
});

describe("an editor changes the norm and a form's weight", () => {
  it("on their pages", async () => {
    const { editor } = site;
    const page = await editor.get("/en/workspace/new");
    const form = formIn(page.text, 'name="title"');
    form.fill("title", "Norm of 12");
    const begun = await editor.postAsIs(form.action, form.press(""));
    expect(begun.status, begun.text).toBe(303);
    const address = begun.headers.location as string;
    const overview = await editor.get(address);
    expect(overview.status, overview.text).toBe(200);
    const norm = await editor.get(`${address}/edit/amounts/norm`);
    expect(norm.status, norm.text).toBe(200);
    const part = formIn(norm.text, 'id="part"');
    expect(part.value("/value")).toBe("10");
    part.fill("/value", "12");
    const saved = await editor.postAsIs(part.action, part.press("save"));
    expect(saved.status, saved.text).toBe(303);
    const again = await editor.get(saved.headers.location as string);
    expect(plain(again.text)).toContain("12 points");
    for (const path of [
      "",
      "/edit/forms",
      "/edit/forms/seminar",
      "/edit/exemptions/suspension",
      "/edit/period",
      "/edit/cycle",
      "/edit/about",
      "/edit/deadlines",
      "/edit/deadlines/report",
      "/edit/interpretations",
      "/json",
      "/history",
      "/edit/sanctions/warning",
      "/edit/interpretations/deadline-inclusive",
    ]) {
      const one = await editor.get(address + path);
      expect(one.status, path + one.text).toBe(200);
    }
  });
});
