/** How a woman bears a surname: Ахметова, Ильина, Вишневская; surnames of other endings do not change. */
export function hers(surname: string): string {
  if (/(ов|ев|ёв|ин)$/.test(surname)) return `${surname}а`;
  return surname.endsWith("ский") ? surname.replace(/ий$/, "ая") : surname;
}
