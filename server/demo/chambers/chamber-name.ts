import type { Text } from "../../../engine/index.ts";
import type { DemoChamber } from "./chambers.ts";

/** The name of a chamber in the three languages. */
export const chamberName = ({ of, region }: Pick<DemoChamber, "of" | "region">): Text => ({
  kk: `${of.kk} заң консультанттары палатасы`,
  ru: `Палата юридических консультантов ${of.ru}`,
  en: `Chamber of Legal Consultants of ${region.en}`,
});
