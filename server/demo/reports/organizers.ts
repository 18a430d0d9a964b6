import { chamberName } from "../chambers/chamber-name.ts";
import type { DemoChamber } from "../chambers/chambers.ts";
import type { Random } from "../random.ts";

/** A name in Kazakh and in Russian. */
type Name = Readonly<{ kk: string; ru: string }>;

export const COLLEGIUM: Name = {
  kk: "Республикалық заң консультанттары алқасы",
  ru: "Республиканская коллегия юридических консультантов",
};

const NATIONAL: readonly Name[] = [
  { kk: "М.С. Нәрікбаев атындағы КАЗГЮУ Университеті", ru: "Университет КАЗГЮУ имени М.С. Нарикбаева" },
  { kk: "Каспий қоғамдық университеті", ru: "Каспийский общественный университет" },
  { kk: "Жоғарғы Сот жанындағы Сот төрелігі академиясы", ru: "Академия правосудия при Верховном Суде" },
  { kk: "«Атамекен» Ұлттық кәсіпкерлер палатасы", ru: "Национальная палата предпринимателей «Атамекен»" },
  { kk: "Қазақстан медиаторлар қауымдастығы", ru: "Ассоциация медиаторов Казахстана" },
];

const NEWSPAPERS: readonly Name[] = [
  { kk: "«Заң газеті»", ru: "«Юридическая газета»" },
  { kk: "«Егемен Қазақстан» газеті", ru: "Газета «Казахстанская правда»" },
  { kk: "«Айқын» газеті", ru: "Газета «Литер»" },
  { kk: "Zakon.kz порталы", ru: "Портал Zakon.kz" },
];

const BROADCASTERS: readonly Name[] = [
  { kk: "«Qazaqstan» ұлттық телеарнасы", ru: "Национальный телеканал «Qazaqstan»" },
  { kk: "«Хабар 24» телеарнасы", ru: "Телеканал «Хабар 24»" },
  { kk: "Қазақ радиосы", ru: "Казахское радио" },
  { kk: "«Atameken Business» телеарнасы", ru: "Телеканал «Atameken Business»" },
];

const MINISTRY: Name = {
  kk: "Қазақстан Республикасының Әділет министрлігі",
  ru: "Министерство юстиции Республики Казахстан",
};

const PUBLISHERS: readonly Name[] = [
  { kk: "«Жеті Жарғы» баспасы", ru: "Издательство «Жеті Жарғы»" },
  { kk: "«Норма-К» баспасы", ru: "Издательство «Норма-К»" },
];

/** Who organised an activity of a form, or published what came of it. */
export function organizerOf(random: Random, form: string, chamber: DemoChamber): Name {
  const own = chamberName(chamber);
  const { university } = chamber;
  switch (form) {
    case "teaching":
    case "degree-programme":
    case "degree":
      return university;
    case "article":
      return random.of(NEWSPAPERS);
    case "media-appearance":
      return random.of(BROADCASTERS);
    case "monograph":
      return random.percent(50) ? university : random.of(PUBLISHERS);
    case "working-group":
      return random.percent(55) ? MINISTRY : COLLEGIUM;
    case "internship":
      return random.of(NATIONAL);
    case "public-education":
      return own;
    default:
      return random.byShare([
        { share: 48, name: own },
        { share: 20, name: COLLEGIUM },
        { share: 14, name: university },
        { share: 18, name: random.of(NATIONAL) },
      ]).name;
  }
}
