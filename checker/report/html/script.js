"use strict";

// The page reads and its links work without this: it filters, and opens what is folded.

const every = (selector, within = document) => Array.from(within.querySelectorAll(selector));
const gravest = ["error", "warning", "info"];

// Folded parts open when a link leads into them, and all of them for a print.

function openAround(element) {
  for (let at = element; at; at = at.parentElement) {
    if (at.tagName === "DETAILS") at.open = true;
  }
}

function follow() {
  const name = decodeURIComponent(location.hash.slice(1));
  const target = name && document.getElementById(name);
  if (!target) return;
  openAround(target);
  target.scrollIntoView();
}

window.addEventListener("hashchange", follow);
window.addEventListener("load", follow);

let folded = [];
window.addEventListener("beforeprint", () => {
  folded = every("details:not([open])");
  folded.forEach((details) => { details.open = true; });
});
window.addEventListener("afterprint", () => {
  folded.forEach((details) => { details.open = false; });
});

// Filters: a finding is shown while its severity and its family are ticked.

const filters = document.getElementById("filters");

function ticked(name) {
  return new Set(every(`input[name="${name}"]:checked`, filters).map((box) => box.value));
}

function filter() {
  const severities = ticked("severity");
  const families = ticked("family");
  const shown = new Map();
  for (const item of every("[data-severity]")) {
    const { severity, family } = item.dataset;
    item.hidden = !(severities.has(severity) && families.has(family));
    if (item.classList.contains("note") && !item.hidden) shown.set(item.id, severity);
  }
  for (const call of every("sup[data-note]")) call.hidden = !shown.has(call.dataset.note);
  for (const end of every("a.end")) end.classList.toggle("off", !shown.has(end.dataset.note));
  for (const mark of every("mark")) {
    const left = mark.dataset.notes.split(" ").map((note) => shown.get(note));
    mark.className = gravest.find((severity) => left.includes(severity)) ?? "off";
  }
  for (const section of every("section.findings")) {
    const none = section.querySelector(".none");
    if (none) none.hidden = section.querySelector("li:not([hidden])") !== null;
  }
  const all = every(".note").length;
  document.getElementById("shown").textContent =
    shown.size === all ? `all ${all} findings shown` : `${shown.size} of ${all} findings shown`;
}

if (filters) {
  filters.hidden = false;
  filters.addEventListener("change", filter);
  filters.addEventListener("submit", (event) => event.preventDefault());
  filter();
}
