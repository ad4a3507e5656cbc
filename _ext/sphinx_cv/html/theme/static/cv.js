// The frame: search and the color mode. Everything else works without this file.
(() => {
  "use strict";

  // Color mode: system → light → dark, kept under pydata's keys.
  const root = document.documentElement;
  const modes = ["auto", "light", "dark"];
  const system = matchMedia("(prefers-color-scheme: dark)");
  const show = (mode) => {
    root.dataset.mode = mode;
    root.dataset.theme = mode === "auto" ? (system.matches ? "dark" : "light") : mode;
  };
  const next = () => {
    show(modes[(modes.indexOf(root.dataset.mode) + 1) % modes.length]);
    try {
      localStorage.setItem("mode", root.dataset.mode);
      localStorage.setItem("theme", root.dataset.theme);
    } catch { /* storage is blocked: the choice lasts for this page */ }
  };
  document.querySelector(".cv-mode")?.addEventListener("click", next);
  system.addEventListener("change", () => show(root.dataset.mode));

  // Search: /, Ctrl+K or ⌘K go to its field. The index and its script load when the field is used.
  const field = document.querySelector(".cv-search input");
  const load = (name) => new Promise((done) => {
    const script = Object.assign(document.createElement("script"), { src: root.dataset.content_root + name, onload: done });
    document.head.append(script);
  });
  const text = () => globalThis.cvText ?? load("_static/cv-text.js");
  let loading;
  const search = () => { loading ??= Promise.all([load("cv-search-index.js"), text()]).then(() => load("_static/cv-search.js")); };
  const isText = (node) => node?.matches?.("input, textarea, select, [contenteditable]");
  addEventListener("keydown", (event) => {
    if (!field || event.altKey || event.shiftKey && event.key !== "/") return;
    const command = event.ctrlKey || event.metaKey;
    if (command ? event.key !== "k" : event.key !== "/" || isText(event.target)) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  if (field?.dataset.none) {
    const asked = document.getElementById("search-results") && new URLSearchParams(location.search).get("q")?.trim();
    if (asked) {
      field.value = asked;
      search();
    } else {
      field.addEventListener(document.getElementById("search-results") ? "input" : "focus", search, { once: true });
    }
  }
  // Whoever comes from a hit sees the words that they have looked for.
  addEventListener("DOMContentLoaded", async () => {
    try {
      const words = sessionStorage.getItem("cv-search");
      sessionStorage.removeItem("cv-search");
      if (!words) return;
      await text();
      const { mark, wordsOf } = globalThis.cvText;
      mark("search", [document.querySelector("main :target") ?? document.querySelector("main")], wordsOf(words));
    } catch { /* storage is blocked */ }
  });

  // What scrolls sideways can be scrolled with the keyboard.
  for (const box of document.querySelectorAll(".pst-scrollable-table-container, .bd-article pre:not([tabindex])")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
})();
