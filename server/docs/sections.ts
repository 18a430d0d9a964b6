/** A section of the documentation: a construct, where it stands, and the worked constructs that show it, the main one first. */
export interface Section {
  /** The field of the rule set, and of an object of lists the list that stands for all. */
  place: string;
  title: string;
  examples: readonly string[];
  /** What a reader has to know that the fields do not say. */
  remarks?: readonly string[];
}

export const SECTIONS: readonly Section[] = [
  { place: "period", title: "The reporting year and its window", examples: ["window", "period-from-april"] },
  { place: "membership", title: "Membership", examples: [] },
  {
    place: "cycle",
    title: "Cycles of several years",
    examples: [
      "cycle",
      "cycle-from-a-fact",
      "cycle-from-the-year-after",
      "fact-cycle-year",
      "fact-cycle-first-and-last",
    ],
  },
  {
    place: "attributes",
    title: "Attributes",
    examples: ["attributes"],
    remarks: [
      "Attributes are declared in two lists, `attributes.consultant` and `attributes.activity`. Numbers are not below zero and have at most two decimals.",
    ],
  },
  { place: "decisions", title: "Dated decisions", examples: ["decisions"] },
  { place: "absences", title: "Kinds of absences", examples: ["fact-absence-ground", "fact-absences-months-in-year"] },
  {
    place: "exemptions",
    title: "Exemptions",
    examples: [
      "exemptions",
      "fact-absence-days",
      "fact-absence-days-in-year",
      "fact-absence-restored-in-year",
      "fact-absences-restored-in-year",
    ],
    remarks: ["The exemptions are tried in their order; the first that holds is named in the decision."],
  },
  {
    place: "amounts",
    title: "Amounts",
    examples: [
      "amount-choose",
      "amount-value",
      "amount-table",
      "amount-fact",
      "amount-sum",
      "amount-percent",
      "amount-rounding-down",
      "amount-rounding-up",
      "amount-rounding-nearest",
      "pro-rata-any-part",
      "pro-rata-full",
      "pro-rata-next",
      "pro-rata-absences-any-part",
      "pro-rata-absences-full",
      "pro-rata-long-absences",
      "pro-rata-unrounded",
      "pro-rata-cycle",
      "pro-rata-cycle-absences",
    ],
    remarks: [
      "The amount `norm` has to be there: it is what the year asks for. Each amount is of exactly one kind. An amount may read only those before it.",
    ],
  },
  {
    place: "categories",
    title: "Categories",
    examples: [
      "categories",
      "categories-of-recognised-activities",
      "credits-by-category",
      "credits-twice-in-one-category",
    ],
    remarks: [
      "One credit counts in each of its categories, and so for several requirements at once, unless an assignment forbids it.",
    ],
  },
  {
    place: "forms",
    title: "Forms and their credits",
    examples: [
      "weight-per-unit",
      "weight-per-item",
      "weight-per-day",
      "rounding-down",
      "rounding-up",
      "rounding-nearest",
      "rounding-per-item",
      "multipliers",
      "credits-rounding",
      "form-condition",
      "evidence-kinds",
    ],
    remarks: [
      "A credit is the weight times the number divided by `every`, exactly; then it is rounded; then it is multiplied. Where the division could leave a share that is smaller than 1/360,000 of a point, a rounding has to be given.",
    ],
  },
  { place: "unlisted", title: "Forms that are not on the list", examples: ["unlisted-forms"] },
  { place: "evidence", title: "Documents", examples: ["evidence-not-required"] },
  {
    place: "limits",
    title: "Limits",
    examples: [
      "limit-per-year",
      "limit-per-item",
      "limit-per-day",
      "limit-by-condition",
      "limit-by-category",
      "limit-of-the-whole-cuts-categories",
      "limit-by-amount",
      "limits-together",
      "limits-in-order",
    ],
    remarks: [
      "An activity that a limit cuts has the reason `over-limit` and the clauses of the limit. A limit of a category cuts only what counts in the category.",
    ],
  },
  { place: "assignments", title: "Assignments", examples: ["assignment", "assignment-until-amount"] },
  {
    place: "carryOver",
    title: "Carry-over",
    examples: [
      "carry-over",
      "carry-over-one-year",
      "carry-over-until-used",
      "carry-over-without-category",
      "carry-over-of-category",
      "carry-over-of-some-months",
      "carry-over-by-amount",
    ],
    remarks: [
      "What is carried in is what the history of the case holds as `carriedOut` of the year before. It counts in the measure `total` only. What is carried out is the surplus of the total above the norm, but no more than the credits that may be carried.",
    ],
  },
  {
    place: "measures",
    title: "Measures",
    examples: [
      "measure-terms",
      "measure-of-some",
      "measure-terms-by-condition",
      "measure-over-a-cycle",
      "measure-over-years",
      "total-over-years",
      "count-activities",
      "count-activities-over-years",
      "count-unfulfilled-years",
    ],
    remarks: [
      "The measure `total` has to be there: it is compared with the norm for the shortfall. Without a selection a measure sums everything that was credited. Where the history does not name the total of a year, what was credited in it stands for it.",
    ],
  },
  { place: "requirements", title: "Requirements", examples: ["requirements"] },
  {
    place: "calendar",
    title: "The calendar of days off",
    examples: ["deadline-next-working-day", "deadline-working-saturday"],
  },
  { place: "deadlines", title: "Deadlines", examples: ["deadline-grace", "deadline-without-rollover"] },
  {
    place: "sanctions",
    title: "Sanctions",
    examples: ["sanction-skipped", "sanctions-all-skipped", "sanctions-make-up"],
  },
  { place: "retention", title: "Retention of records", examples: ["retention-and-sampling"] },
  { place: "sampling", title: "Sampling for audit", examples: [] },
  { place: "interpretations", title: "Readings", examples: [] },
  { place: "examples", title: "Examples", examples: [] },
];
