/** Browsers by the mark that they leave; the ones that carry the marks of others stand first. */
const BROWSERS: readonly (readonly [mark: RegExp, name: string])[] = [
  [/YaBrowser\//, "Yandex"],
  [/Edg(?:e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/(?:Firefox|FxiOS)\//, "Firefox"],
  [/(?:Chrome|CriOS)\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const SYSTEMS: readonly (readonly [mark: RegExp, name: string])[] = [
  [/Windows/, "Windows"],
  [/Android/, "Android"],
  [/iPhone|iPod/, "iPhone"],
  [/iPad/, "iPad"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/Linux|X11/, "Linux"],
];

const firstMatch = (text: string, names: typeof BROWSERS): string | undefined =>
  names.find(([mark]) => mark.test(text))?.[1];

/** The browser and the system in a few words, such as `Firefox, Windows`; empty where neither is known. */
export function deviceName(userAgent: string | undefined): string {
  const text = (userAgent ?? "").slice(0, 512);
  return [firstMatch(text, BROWSERS), firstMatch(text, SYSTEMS)].filter(Boolean).join(", ");
}
