/** A control of a form, as the page shows it. */
interface Control {
  name: string;
  kind: "text" | "checkbox" | "select" | "fixed";
  value: string;
  /** Whether a checkbox is ticked. */
  checked: boolean;
  /** The values of a select. */
  options: string[];
}

/** A form of a page, filled in by name and sent as a browser does. */
export interface HtmlForm {
  action: string;
  names(): string[];
  has(name: string): boolean;
  value(name: string): string;
  /** Types or chooses a value in the field of that name, or the one at a place; a select takes only what it offers. */
  fill(name: string, value: string, at?: number): void;
  /** Whether a select of that name offers a value. */
  offers(name: string, value: string): boolean;
  /** Types into the field of that name, or chooses in the select of that name, whichever is asked for. */
  enter(kind: "text" | "select", name: string, value: string): void;
  kindOf(name: string): "text" | "checkbox" | "select" | "fixed";
  /** Ticks exactly these boxes of a name. */
  tick(name: string, values: readonly string[]): void;
  /** Whether a button with this value is there. */
  hasButton(value: string): boolean;
  /** What a browser sends when a button is pressed. */
  press(value: string, name?: string): string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
  "&#x60;": "`",
  "&#x3D;": "=",
};

export const unescapeHtml = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#x27|#x60|#x3D);/g, (entity) => ENTITIES[entity] ?? entity);

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return found ? unescapeHtml(found[1] ?? "") : null;
}

const has = (tag: string, name: string): boolean => new RegExp(`\\s${name}(?=[\\s>=]|$)`).test(tag);

function controlOf(tag: string, content: string): Control | null {
  const name = attribute(tag, "name");
  if (name === null) return null;
  const base = { name, checked: false, options: [], value: attribute(tag, "value") ?? "" };
  if (tag.startsWith("<select")) {
    const options = [...content.matchAll(/<option[^>]*>/g)].map(([option]) => option);
    const chosen = options.find((option) => has(option, "selected")) ?? options[0] ?? "";
    const values = options.map((option) => attribute(option, "value") ?? "");
    return { ...base, kind: "select", options: values, value: attribute(chosen, "value") ?? "" };
  }
  if (tag.startsWith("<textarea")) return { ...base, kind: "text", value: unescapeHtml(content.replace(/^\n/, "")) };
  const type = attribute(tag, "type");
  if (type === "checkbox") return { ...base, kind: "checkbox", checked: has(tag, "checked") };
  return { ...base, kind: type === "hidden" ? "fixed" : "text" };
}

const CONTROL = /(<input[^>]*>)|(<select[^>]*>)([\s\S]*?)<\/select>|(<textarea[^>]*>)([\s\S]*?)<\/textarea>/g;

/** Whether a field or a button belongs to a form: by where it stands, or by the form that it names. */
type Belongs = (tag: string) => boolean;

function controlsOf(html: string, belongs: Belongs): Control[] {
  return [...html.matchAll(CONTROL)].flatMap(([, input, select, options, area, text]) => {
    const tag = (input ?? select ?? area) as string;
    const control = belongs(tag) ? controlOf(tag, options ?? text ?? "") : null;
    return control ? [control] : [];
  });
}

const buttonsOf = (html: string, belongs: Belongs): string[] =>
  [...html.matchAll(/<button[^>]*>/g)].filter(([tag]) => belongs(tag)).map(([tag]) => attribute(tag, "value") ?? "");

/** Reads the form of a page of which one button, or one field, says which is meant. */
export function formIn(page: string, mark: string): HtmlForm {
  const forms = [...page.matchAll(/<form[^>]*>[\s\S]*?<\/form>/g)].map(([html]) => html);
  const html = forms.find((one) => one.includes(mark));
  if (!html) throw new Error(`there is no form with ${mark}`);
  const id = attribute(html, "id");
  const isInside: Belongs = (tag) => attribute(tag, "form") === null;
  const isOutside: Belongs = (tag) => id !== null && attribute(tag, "form") === id;
  const controls = [...controlsOf(html, isInside), ...controlsOf(page, isOutside)];
  const buttons = [...buttonsOf(html, isInside), ...buttonsOf(page, isOutside)];
  const named = (name: string): Control[] => {
    const found = controls.filter((control) => control.name === name);
    if (found.length === 0)
      throw new Error(`the form has no field ${name}: ${controls.map((one) => one.name).join(", ")}`);
    return found;
  };

  return {
    action: attribute(html, "action") ?? "",
    names: () => controls.map(({ name }) => name),
    has: (name) => controls.some((control) => control.name === name),
    value: (name) => named(name)[0]?.value ?? "",
    fill(name, value, at = 0) {
      const control = named(name)[at] as Control;
      if (control.kind === "fixed") throw new Error(`${name} cannot be filled in`);
      if (control.kind === "select" && !control.options.includes(value)) {
        throw new Error(`${name} does not offer ${value}: ${control.options.join(", ")}`);
      }
      control.value = value;
    },
    offers: (name, value) => named(name).some(({ kind, options }) => kind === "select" && options.includes(value)),
    enter(kind, name, value) {
      const control = named(name).find((one) => one.kind === kind);
      if (!control) throw new Error(`${name} is no ${kind}`);
      control.value = value;
    },
    kindOf: (name) => named(name)[0]?.kind ?? "fixed",
    tick(name, values) {
      const boxes = named(name);
      const missing = values.filter((value) => !boxes.some((box) => box.value === value));
      if (missing.length > 0) throw new Error(`${name} does not offer ${missing.join(", ")}`);
      for (const box of boxes) box.checked = values.includes(box.value);
    },
    hasButton: (value) => buttons.includes(value),
    press(value, name = "do") {
      if (!buttons.includes(value)) throw new Error(`there is no button ${value}: ${buttons.join(", ")}`);
      const sent = controls.filter(({ kind, checked }) => kind !== "checkbox" || checked);
      const pairs = sent.map((control): [string, string] => [control.name, control.value.replaceAll("\n", "\r\n")]);
      return new URLSearchParams([...pairs, [name, value]]).toString();
    },
  };
}
