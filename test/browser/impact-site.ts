import { changed } from "../adoption/drafts.ts";
import { makeSmallCountry, openCountrySite } from "../replay/country-site.ts";
import { type Site, startSite } from "./site.ts";

/** More points are needed, talks are no form any more, articles give more, and the warning has another id. */
const DRAFT = changed((set) => {
  set.amounts.find(({ id }: { id: string }) => id === "norm").value = 12;
  set.forms.find(({ id }: { id: string }) => id === "article").weight = 2.5;
  set.forms = set.forms.filter(({ id }: { id: string }) => id !== "talk");
  set.sanctions.find(({ id }: { id: string }) => id === "warning").id = "caution";
  set.interpretations = [];
  set.examples = [];
});

/** The address of the draft's impact, after the language. */
export const IMPACT = "/workspace/twelve/impact";

/** Holds the cases back while it is closed, so that a replay is seen on its way. */
export const valve = {
  opened: Promise.resolve(),
  open: (): void => {},
  close(): void {
    this.opened = new Promise((resolve) => {
      this.open = resolve;
    });
  },
};

/** A running application over a small country with a draft whose impact is asked for. */
export async function startImpactSite(): Promise<Site> {
  const { services, keepDraft } = await openCountrySite(await makeSmallCountry());
  const { store, now, today } = services;
  await keepDraft("twelve", DRAFT, "12 балл");
  const heldBack = {
    ...store,
    caseLines: async (chamber: string, year: number): Promise<Uint8Array> => {
      await valve.opened;
      return store.caseLines(chamber, year);
    },
  };
  return startSite({ store: heldBack, now, today });
}
