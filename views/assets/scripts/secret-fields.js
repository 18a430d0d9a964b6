/** Puts a button beside each field for a password that shows what was typed, and hides it again. */
export function showSecretsOnDemand() {
  for (const input of document.querySelectorAll("input[data-show]")) {
    const { show, hide } = input.dataset;
    const frame = document.createElement("div");
    frame.className = "field__secret";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--two";
    button.setAttribute("aria-controls", input.id);
    const hadFocus = document.activeElement === input;
    input.replaceWith(frame);
    frame.append(input, button);
    if (hadFocus) input.focus();

    const setShown = (shown) => {
      input.type = shown ? "text" : "password";
      button.textContent = shown ? hide : show;
      button.setAttribute("aria-label", `${button.textContent}: ${input.labels[0].textContent}`);
    };
    setShown(false);
    button.addEventListener("click", () => setShown(input.type === "password"));
    input.form.addEventListener("submit", () => setShown(false));
  }
}
