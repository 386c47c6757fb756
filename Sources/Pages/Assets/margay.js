// What makes a page better where scripts run. No page needs it.
"use strict";

// Copying: a button carries the text, or names the element that shows it.
async function copy(button) {
  const target = document.getElementById(button.dataset.copy);
  const text = button.dataset.text ?? (target ? target.textContent : location.href);
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!target) return;
    const range = document.createRange();
    range.selectNodeContents(target);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return;
  }
  const label = button.textContent;
  button.dataset.done = "";
  button.textContent = "copied";
  setTimeout(() => {
    delete button.dataset.done;
    button.textContent = label;
  }, 1200);
}

// The theme: the system's, until the button says otherwise.
function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function turnTheme() {
  const theme = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem("theme", theme);
  } catch {
    // It holds for this page then.
  }
}

// Walking through a list of rules with j and k.
function walk(step) {
  const rows = [...document.querySelectorAll(".rules > li:not([hidden])")];
  if (rows.length === 0) return;
  const current = rows.findIndex((row) => row.getAttribute("aria-selected") === "true");
  const next = Math.min(rows.length - 1, Math.max(0, current < 0 ? 0 : current + step));
  rows[current]?.removeAttribute("aria-selected");
  rows[next].setAttribute("aria-selected", "true");
  rows[next].querySelector("a")?.focus({ preventScroll: true });
  rows[next].scrollIntoView({ block: "nearest" });
}

// An exported page has all rules on it and narrows them down here, by the words of the address and of the field.
function narrow(list, text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean).map((word) => word.replace(/^[a-z]+:/, "").replaceAll('"', ""));
  let count = 0;
  for (const row of list.children) {
    const isFound = words.every((word) => row.textContent.toLowerCase().includes(word));
    row.hidden = !isFound;
    if (isFound) count += 1;
  }
  document.getElementById(list.dataset.filter).textContent = count === 1 ? "One rule" : `${count} rules`;
}

const list = document.querySelector("ul[data-filter]");
const field = document.getElementById("q");
if (list && field) {
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  narrow(list, field.value);
  field.addEventListener("input", () => narrow(list, field.value));
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if ("copy" in button.dataset || "text" in button.dataset) copy(button);
  if ("theme" in button.dataset) turnTheme();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isTyping = event.target.matches("input, textarea, select");
  if (event.key === "Escape" && isTyping) return event.target.blur();
  if (isTyping) return;
  if (event.key === "/") {
    event.preventDefault();
    const field = document.getElementById("q");
    field?.focus();
    field?.select();
  } else if (event.key === "j" || event.key === "k") {
    walk(event.key === "j" ? 1 : -1);
  }
});

for (const control of document.querySelectorAll("button[hidden]")) control.hidden = false;
