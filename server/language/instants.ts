import type { Language } from "../../engine/index.ts";
import { todayInAlmaty } from "../today.ts";
import { formatDayInTable } from "./days.ts";

const TIME = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Almaty",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** An instant in UTC as the day and the time in Almaty: «5 нау. 2025, 14:07». */
export function formatInstant(language: Language, instant: string): string {
  const at = new Date(instant);
  return `${formatDayInTable(language, todayInAlmaty(at))}, ${TIME.format(at)}`;
}
