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
  const rows = [...document.querySelectorAll(".rules > li")];
  if (rows.length === 0) return;
  const current = rows.findIndex((row) => row.getAttribute("aria-selected") === "true");
  const next = Math.min(rows.length - 1, Math.max(0, current < 0 ? 0 : current + step));
  rows[current]?.removeAttribute("aria-selected");
  rows[next].setAttribute("aria-selected", "true");
  rows[next].querySelector("a")?.focus({ preventScroll: true });
  rows[next].scrollIntoView({ block: "nearest" });
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
