/** What a country of the demo is made from: the same settings make the same bytes. */
export interface CountrySettings {
  seed: number;
  consultants: number;
  /** The day in Asia/Almaty on which the story has come to its end: nothing of that day is told any more. */
  today: string;
}
