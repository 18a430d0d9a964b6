const ALMATY = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Almaty",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The calendar day in Asia/Almaty at an instant, now unless another is given, as `YYYY-MM-DD`. */
export const todayInAlmaty = (instant: Date = new Date()): string => ALMATY.format(instant);
