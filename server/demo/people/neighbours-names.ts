/** Surnames that do not change with whose they are: of Ukrainians, Germans and Koreans of Kazakhstan. */
export const UNCHANGING_SURNAMES: readonly string[] = [
  "Бондаренко",
  "Гончаренко",
  "Кравченко",
  "Литвиненко",
  "Марченко",
  "Петренко",
  "Ткаченко",
  "Шевченко",
  "Бауэр",
  "Браун",
  "Вагнер",
  "Кох",
  "Миллер",
  "Шмидт",
  "Штраус",
  "Ан",
  "Ким",
  "Ли",
  "Пак",
  "Тен",
  "Хан",
  "Цой",
  "Юн",
];

/** Surnames of Uzbeks, Uighurs, Tatars and other peoples of the country. */
export const TURKIC_SURNAMES: readonly string[] = [
  "Азимов",
  "Галимов",
  "Ибрагимов",
  "Исмаилов",
  "Каримов",
  "Мирзаев",
  "Насыров",
  "Розиев",
  "Сабиров",
  "Садиров",
  "Турдиев",
  "Хакимов",
  "Шарафутдинов",
  "Юлдашев",
];

export const TURKIC_WOMEN: readonly string[] = [
  "Альфия",
  "Гузель",
  "Дилором",
  "Зульфия",
  "Лейла",
  "Малика",
  "Наргиза",
  "Регина",
  "Фатима",
  "Эльмира",
];

export const TURKIC_MEN: readonly string[] = [
  "Азамат",
  "Акмаль",
  "Бахтияр",
  "Ильдар",
  "Камиль",
  "Ринат",
  "Рустам",
  "Тахир",
  "Фархад",
  "Эльдар",
];

/** Names of fathers that take -ович and -овна. */
export const TURKIC_FATHERS: readonly string[] = [
  "Ахмад",
  "Бахтияр",
  "Ильяс",
  "Камал",
  "Мансур",
  "Рашид",
  "Ринат",
  "Рустам",
  "Тахир",
  "Фархад",
  "Шавкат",
];
