/** Every page, by a name and its address in one language. */
export const PAGES: Readonly<Record<string, string>> = {
  home: "/",
  rules: "/rules/2025",
  "rules-next-year": "/rules/2026",
  "rules-none": "/rules/2021",
  sentences: "/rules/2025/sentences",
  clause: "/rules/2025/clauses/3.2",
  check: "/check",
  "decision-fulfilled": "/check?rules=2022&example=five-seminars",
  "decision-unfulfilled": "/check?rules=2022&example=eight-points-warning-due",
  "decision-made-up": "/check?rules=2022&example=made-up-in-the-month",
  "decision-exempt": "/check?rules=2022&example=childcare-exempts",
  "decision-missing-report": "/check?rules=2022&example=sanction-keeps-the-duty",
  "decision-recognised": "/check?rules=2022&example=podcast-recognised",
  api: "/api",
  "not-found": "/nothing",
};
