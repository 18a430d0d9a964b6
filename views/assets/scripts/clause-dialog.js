/** Reads the text of a clause from its own page. */
async function readClause(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const text = page.querySelector("[data-clause-text]");
  if (!text) throw new Error("no clause");
  return text;
}

function createDialog() {
  const source = document.querySelector("[data-clause-dialog]");
  const dialog = source.content.firstElementChild.cloneNode(true);
  document.body.append(dialog);
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return dialog;
}

const isPlainClick = (event) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** Opens the text of a clause where its chip stands; the chip stays a link where that fails. */
export function openClausesInPlace() {
  let dialog = null;
  document.addEventListener("click", async (event) => {
    const chip = event.target.closest("a[data-clause]");
    if (!chip || !isPlainClick(event)) return;
    event.preventDefault();
    try {
      const text = await readClause(chip.href);
      dialog ??= createDialog();
      dialog.querySelector("[data-clause-body]").replaceChildren(text);
      const heading = text.querySelector("h1");
      heading.id = "clause-dialog-heading";
      dialog.querySelector("[data-full]").href = chip.href;
      dialog.showModal();
    } catch {
      window.location.assign(chip.href);
    }
  });
}
