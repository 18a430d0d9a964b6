const NEW_ROW = /NEW/;

let added = 100_000;

function addRow(rows) {
  const template = rows.querySelector("template");
  const row = template.content.firstElementChild.cloneNode(true);
  const number = String(added++);
  for (const element of row.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (NEW_ROW.test(value)) element.setAttribute(name, value.replaceAll("NEW", number));
    }
  }
  template.before(row);
  row.querySelector("select, input").focus();
}

function removeRow(button) {
  const row = button.closest("[data-row]");
  const rows = row.closest("[data-rows]");
  row.remove();
  document.querySelector(`[data-add-row="${rows.dataset.rows}"]`).focus();
}

/** Opens the fields that an activity needs whose form is not on the list. */
function openUnlisted(select) {
  const details = select.closest("[data-row]")?.querySelector("details");
  if (details && select.value === "unlisted") details.open = true;
}

/** Adds and removes the rows of the form without a new page. */
export function addRowsInPlace() {
  document.addEventListener("click", (event) => {
    const add = event.target.closest("[data-add-row]");
    const remove = event.target.closest("[data-remove-row]");
    if (!add && !remove) return;
    event.preventDefault();
    if (add) addRow(document.querySelector(`[data-rows="${add.dataset.addRow}"]`));
    else removeRow(remove);
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-row] select")) openUnlisted(event.target);
  });
}
