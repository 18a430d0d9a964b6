import { beforeAll, describe, expect, it } from "vitest";
import { documentName } from "../../server/chamber/documents/document-name.ts";
import { YEAR } from "./case-form.ts";
import { type ChamberSite, createChamberSite } from "./chamber-site.ts";
import { recordSeminars } from "./year-site.ts";

const PAGE = `${YEAR}/c-00001`;
const CASE = "almaty-city/2024/c-00001";
const PDF = "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";

describe("documents of a case", () => {
  let site: ChamberSite;
  beforeAll(async () => {
    site = await createChamberSite();
    await recordSeminars(site.services, "c-00001", "Айгерім Сәрсенова", 5);
    await recordSeminars(site.services, "c-00002", "Болат Ахметов", 5);
  });

  const attach = async (name: string, content: string, page = PAGE) => {
    const csrf = await site.officer.formToken(page);
    return site.officer.postFile(
      `${page}/documents`,
      { csrf, submission: `submission-${name.length}` },
      { name, content },
    );
  };

  it("are attached by the officer, named as they were, and kept with the case", async () => {
    const { status, headers } = await attach("Сертификат № 17.pdf", PDF);
    expect([status, headers.location]).toEqual([303, `${PAGE}#documents`]);
    const [document] = await site.store.documentsOf(CASE);
    expect(document?.state).toMatchObject({ name: "Сертификат № 17.pdf", mediaType: "application/pdf", case: CASE });
    expect((await site.officer.get(PAGE)).text).toContain("Сертификат № 17.pdf");
  });

  it("are downloaded, never shown in the place of a page", async () => {
    const [document] = await site.store.documentsOf(CASE);
    const address = `${PAGE}/documents/${document?.state.sha256}`;
    const { headers, body } = await site.consultant.get(address).expect(200);
    expect(headers["content-disposition"]).toMatch(/^attachment; filename=/);
    expect(headers["content-disposition"]).toContain("filename*=UTF-8''%D0%A1%D0%B5%D1%80");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-type"]).toBe("application/pdf");
    expect(Buffer.from(body).toString()).toBe(PDF);
  });

  it("are one where the same bytes are sent again, and may belong to several cases", async () => {
    expect((await attach("again.pdf", PDF)).status).toBe(303);
    expect(await site.store.documentsOf(CASE)).toHaveLength(1);
    expect((await attach("shared.pdf", PDF, `${YEAR}/c-00002`)).status).toBe(303);
    expect(await site.store.documentsOf("almaty-city/2024/c-00002")).toHaveLength(1);
  });

  it.each([
    ["a page that calls itself a PDF", "report.pdf", "<!doctype html><script>alert(1)</script>", "This is not a PDF"],
    ["an empty file", "empty.pdf", "", "Choose a file."],
  ])("are not %s", async (_, name, content, message) => {
    const { status, text } = await attach(name, content);
    expect(status).toBe(422);
    expect(text).toContain(message);
    expect(await site.store.documentsOf(CASE)).toHaveLength(1);
  });

  it("are no larger than 10 MB", async () => {
    const { status, text } = await attach("large.pdf", PDF.padEnd(10 * 1024 * 1024 + 1, "x"));
    expect(status).toBe(422);
    expect(text).toContain("larger than");
  });

  it("have no path in their names, and no characters that cannot be seen", async () => {
    expect((await attach("../../etc/passwd.pdf", `${PDF}2`)).status).toBe(303);
    const names = (await site.store.documentsOf(CASE)).map(({ state }) => state.name);
    expect(names).toContain("passwd.pdf");
    expect(documentName("C:\\Users\\a\\\u202Efdp.\u0000exe\n.pdf")).toBe("fdp.exe.pdf");
    expect(documentName("\u0007/")).toBe("document");
  });

  it("are not found under another case, and not attached by an auditor", async () => {
    const [document] = await site.store.documentsOf(CASE);
    await site.auditor.get(`${PAGE}/documents/${"0".repeat(64)}`).expect(404);
    await site.auditor.get(`${YEAR}/c-00003/documents/${document?.state.sha256}`).expect(404);
    const csrf = await site.auditor.formToken(PAGE);
    await site.auditor.postFile(`${PAGE}/documents`, { csrf }, { name: "a.pdf", content: PDF }).expect(403);
  });
});
