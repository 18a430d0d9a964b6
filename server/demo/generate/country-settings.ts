/** What a country of the demo is made from: the same settings make the same bytes. */
export interface CountrySettings {
  seed: number;
  consultants: number;
  /** The instant up to which the story goes, in UTC; its day in Asia/Almaty is today. */
  now: string;
}
