/**
 * Writes the states of one change as JSON, as `JSON.stringify` does. An object that stands in several of them, such as the
 * case that a decision was made on, is written once.
 */
export class StateTexts {
  readonly #written = new Map<object, string>();

  of(state: object): string {
    let text = "";
    for (const [key, value] of Object.entries(state)) {
      if (value === undefined) continue;
      text += `${text === "" ? "{" : ","}${JSON.stringify(key)}:${this.#valueText(value)}`;
    }
    return text === "" ? "{}" : `${text}}`;
  }

  #valueText(value: unknown): string {
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    const known = this.#written.get(value);
    if (known !== undefined) return known;
    const text = JSON.stringify(value);
    this.#written.set(value, text);
    return text;
  }
}
