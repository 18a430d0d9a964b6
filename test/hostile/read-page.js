/* Runs in the browser of the tests: reads a page by the browser's own parser, without running anything that is in it. */

const WRITTEN_BY_US = 'script[src^="/assets/"], link[href^="/assets/"], meta';

/** What only hostile input can have put into the page. */
function liveParts(document) {
  const suspects = "script, link, meta, img, iframe, object, embed, base, style, [srcdoc], [style]";
  const elements = [...document.querySelectorAll(suspects)].filter((element) => !element.matches(WRITTEN_BY_US));
  const attributes = [...document.querySelectorAll("*")].flatMap((element) =>
    [...element.attributes].filter(
      ({ name, value }) =>
        name.startsWith("on") || (/^(href|src|action|formaction)$/.test(name) && /^\s*(javascript|data):/i.test(value)),
    ),
  );
  return [...elements.map(({ outerHTML }) => outerHTML), ...attributes.map(({ name, value }) => `${name}=${value}`)];
}

/** The texts in which the payload that turns the direction is not closed right behind itself; each line of JSON ends it. */
function looseTexts(document, loose) {
  const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (!parentElement.closest("textarea, pre") && loose.test(data)) found.push(data);
  }
  return found;
}

const controlOf = (element) => ({
  name: element.name,
  id: element.id,
  type: element.localName === "input" ? element.type : element.localName,
  value: element.value,
  checked: element.checked === true,
  options: [...(element.options ?? [])].map(({ value }) => value),
});

const formOf = (form) => ({
  action: form.getAttribute("action") ?? "",
  method: form.method,
  isUpload: form.enctype === "multipart/form-data",
  controls: [...form.elements]
    .filter(({ name, localName }) => name && /^(input|select|textarea)$/.test(localName))
    .map(controlOf),
  buttons: [...form.elements]
    .filter(({ localName, type }) => localName === "button" && type === "submit")
    .filter((button) => !button.hasAttribute("formaction"))
    .map(({ name, value }) => ({ name, value })),
});

/** What the tests have to know of a page. */
globalThis.readPage = (html, loose) => {
  const document = new DOMParser().parseFromString(html, "text/html");
  return {
    language: document.documentElement.lang,
    heading: document.querySelector("h1")?.textContent ?? "",
    live: liveParts(document),
    loose: looseTexts(document, new RegExp(loose, "u")),
    forms: [...document.forms].map(formOf),
    errors: [...document.querySelectorAll(".govuk-error-summary__list a")].map((link) =>
      link.getAttribute("href").slice(1),
    ),
    links: [...document.querySelectorAll("main a[href^='/']")].map((link) => link.getAttribute("href").split("#")[0]),
  };
};
