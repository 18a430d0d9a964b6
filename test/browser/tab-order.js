/* Runs in the browser of the tests: remembers what the key Tab comes to, and whether it can be seen there. */
{
  document.activeElement?.blur();
  const CAN_BE_REACHED = "a[href], button, input, select, textarea, summary, [tabindex='0']";

  const isThere = (element) =>
    !element.disabled &&
    element.type !== "hidden" &&
    element.tabIndex >= 0 &&
    element.checkVisibility({ visibilityProperty: true });

  const looks = (element) => {
    const { outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor } = getComputedStyle(element);
    return JSON.stringify([outlineStyle === "none" ? "" : outlineWidth, boxShadow, backgroundColor, borderColor]);
  };

  const nameOf = (element) => element.outerHTML.slice(0, 120);

  const reachable = [...document.querySelectorAll(CAN_BE_REACHED)].filter(isThere);
  const before = new Map(reachable.map((element) => [element, looks(element)]));
  const reached = [];
  document.addEventListener("focusin", ({ target }) => {
    if (!reached.some((one) => one.target === target)) reached.push({ target, looks: looks(target) });
  });

  globalThis.tabOrder = () => {
    const order = reached.map(({ target }) => reachable.indexOf(target));
    return {
      first: reached[0]?.target.getAttribute("href") ?? "",
      missed: reachable.filter((element) => !reached.some(({ target }) => target === element)).map(nameOf),
      backwards: order.flatMap((at, step) =>
        step > 0 && at > 0 && at < order[step - 1] ? [nameOf(reachable[at])] : [],
      ),
      unseen: reached.filter(({ target, looks }) => before.get(target) === looks).map(({ target }) => nameOf(target)),
    };
  };
  /** How often the key is pressed at most: a field of a day has three parts and a calendar. */
  globalThis.presses = reachable.reduce((sum, { type }) => sum + (type === "date" ? 4 : 1), 1);
}
