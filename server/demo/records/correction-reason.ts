import type { Phase, YearPlan } from "../story/year-plan.ts";

type Reason = Readonly<{ kk: string; ru: string }>;

const REPORTED: Reason = { kk: "Жылдық есеп тапсырылды.", ru: "Представлен годовой отчёт." };
const SUPPLEMENTED: Reason = {
  kk: "Ескертпелерден кейін жетіспеген растайтын құжат тапсырылды.",
  ru: "После замечаний представлен недостающий подтверждающий документ.",
};
const MISTAKEN: Reason = {
  kk: "Іс-шараның күні қате енгізілген.",
  ru: "Дата мероприятия была внесена ошибочно.",
};
const MADE_UP: Reason = {
  kk: "Жетіспеген балл ескерту мерзімінде жиналды.",
  ru: "Недостающие баллы набраны в срок предупреждения.",
};
const LATE_REPORT: Reason = {
  kk: "Есеп ескерту мерзімінде тапсырылды.",
  ru: "Отчёт представлен в срок предупреждения.",
};
const WARNING_OVER: Reason = {
  kk: "Ескерту мерзімі өтті, норма орындалмады.",
  ru: "Срок предупреждения истёк, норма не выполнена.",
};
const MADE_UP_IN_SUSPENSION: Reason = {
  kk: "Жетіспеген балл қызметті тоқтата тұру мерзімінде жиналды.",
  ru: "Недостающие баллы набраны за время приостановления деятельности.",
};
const SUSPENSION_OVER: Reason = {
  kk: "Қызметті тоқтата тұру мерзімі өтті, норма орындалмады.",
  ru: "Срок приостановления истёк, норма не выполнена.",
};

/** Why the officer decides again on a year. */
export function correctionReason({ fate, ending }: YearPlan, phase: Phase): Reason {
  if (phase === "first") return REPORTED;
  if (phase === "corrected") return fate === "mistaken" ? MISTAKEN : SUPPLEMENTED;
  if (phase === "after-suspension") return ending === "made-up-in-suspension" ? MADE_UP_IN_SUSPENSION : SUSPENSION_OVER;
  if (ending !== "made-up") return WARNING_OVER;
  return fate === "missing" ? LATE_REPORT : MADE_UP;
}
