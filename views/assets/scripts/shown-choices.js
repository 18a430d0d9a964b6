/** Shows at once what a choice brings with it: the button beside it does the same without a script. */
export function showChoicesAtOnce() {
  document.addEventListener("change", (event) => {
    const chooser = event.target.closest("[data-shown]");
    const button = chooser?.parentElement.querySelector("[data-shows]");
    if (button) chooser.form.requestSubmit(button);
  });
}
