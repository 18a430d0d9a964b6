import type { Random } from "../random.ts";
import {
  KAZAKH_FATHERS,
  KAZAKH_MEN,
  KAZAKH_SURNAMES,
  KAZAKH_SURNAMES_WITHOUT_ENDING,
  KAZAKH_WOMEN,
} from "./kazakh-names.ts";
import { TURKIC_FATHERS, TURKIC_MEN, TURKIC_SURNAMES, TURKIC_WOMEN, UNCHANGING_SURNAMES } from "./neighbours-names.ts";
import { RUSSIAN_MEN, RUSSIAN_PATRONYMICS, RUSSIAN_SURNAMES, RUSSIAN_WOMEN } from "./russian-names.ts";
import { hers } from "./surname.ts";

/** Surname, given name and patronymic, as documents of Kazakhstan write them. */
type NameGiver = (random: Random, woman: boolean) => string;

/** Ахметова Айгүл Серікқызы; Қасым Ерлан Болатұлы. */
const inKazakh: NameGiver = (random, woman) => {
  const surname = random.percent(70) ? random.of(KAZAKH_SURNAMES)[0] : random.of(KAZAKH_SURNAMES_WITHOUT_ENDING);
  const given = random.of(woman ? KAZAKH_WOMEN : KAZAKH_MEN)[0];
  const father = random.of(KAZAKH_FATHERS)[0];
  return `${woman ? hers(surname) : surname} ${given} ${father}${woman ? "қызы" : "ұлы"}`;
};

/** Ахметова Айгуль Сериковна. */
const kazakhInRussian: NameGiver = (random, woman) => {
  const surname = random.of(KAZAKH_SURNAMES)[1];
  const given = random.of(woman ? KAZAKH_WOMEN : KAZAKH_MEN)[1];
  const father = random.of(KAZAKH_FATHERS)[1];
  return `${woman ? hers(surname) : surname} ${given} ${father}${woman ? "овна" : "ович"}`;
};

const russian: NameGiver = (random, woman) => {
  const surname = random.of(random.percent(72) ? RUSSIAN_SURNAMES : UNCHANGING_SURNAMES);
  const given = random.of(woman ? RUSSIAN_WOMEN : RUSSIAN_MEN);
  return `${woman ? hers(surname) : surname} ${given} ${random.of(RUSSIAN_PATRONYMICS)[woman ? 1 : 0]}`;
};

const turkic: NameGiver = (random, woman) => {
  const surname = random.of(TURKIC_SURNAMES);
  const given = random.of(woman ? TURKIC_WOMEN : TURKIC_MEN);
  return `${woman ? hers(surname) : surname} ${given} ${random.of(TURKIC_FATHERS)}${woman ? "овна" : "ович"}`;
};

/** A made-up name of somebody who writes in Kazakh, or in Russian. */
export function personName(random: Random, woman: boolean, language: "kk" | "ru"): string {
  if (language === "kk") return random.percent(94) ? inKazakh(random, woman) : turkic(random, woman);
  const chance = random.next();
  if (chance < 0.5) return russian(random, woman);
  return chance < 0.9 ? kazakhInRussian(random, woman) : turkic(random, woman);
}
