/** How often consultants choose a form of Annex 2, how many days it takes, and what proves it. */
export interface FormHabit {
  form: string;
  share: number;
  days: readonly [least: number, most: number];
  proof: Proof;
}

/** A document that proves an activity: its kind, and its name in both languages. */
export type Proof = Readonly<{ kind: string; kk: string; ru: string }>;

const CERTIFICATE: Proof = { kind: "certificate", kk: "Сертификат", ru: "Сертификат" };
const ATTESTATION: Proof = { kind: "certificate", kk: "Куәлік", ru: "Свидетельство" };
const REFERENCE: Proof = { kind: "reference", kk: "Анықтама", ru: "Справка" };
const DIPLOMA: Proof = { kind: "diploma", kk: "Диплом", ru: "Диплом" };
const PUBLICATION: Proof = { kind: "publication", kk: "Басылым көшірмесі", ru: "Копия публикации" };
const PROGRAMME: Proof = { kind: "programme", kk: "Іс-шара бағдарламасы", ru: "Программа мероприятия" };
const RECORDING: Proof = { kind: "recording", kk: "Эфир анықтамасы", ru: "Эфирная справка" };
const ORDER: Proof = { kind: "order", kk: "Бұйрық көшірмесі", ru: "Копия приказа" };

const habit = (form: string, share: number, days: FormHabit["days"], proof: Proof): FormHabit => ({
  form,
  share,
  days,
  proof,
});

/** The forms of the list, as often as they are met in reports. */
export const FORM_HABITS: readonly FormHabit[] = [
  habit("seminar", 44, [1, 1], CERTIFICATE),
  habit("short-programme", 15, [2, 4], CERTIFICATE),
  habit("course", 12, [5, 9], ATTESTATION),
  habit("talk", 8, [1, 1], PROGRAMME),
  habit("article", 7, [1, 1], PUBLICATION),
  habit("public-education", 4, [1, 2], REFERENCE),
  habit("media-appearance", 3, [1, 1], RECORDING),
  habit("teaching", 2.5, [100, 120], REFERENCE),
  habit("internship", 1.5, [10, 20], REFERENCE),
  habit("working-group", 1.2, [20, 60], ORDER),
  habit("degree-programme", 1, [60, 150], REFERENCE),
  habit("monograph", 0.6, [1, 1], PUBLICATION),
  habit("degree", 0.2, [1, 1], DIPLOMA),
];

/** The forms by which points are made up within a month. */
export const QUICK_FORMS: readonly FormHabit[] = FORM_HABITS.filter(({ form }) =>
  ["seminar", "short-programme", "talk", "article"].includes(form),
);
