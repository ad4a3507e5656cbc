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

  // Ctrl+K or ⌘K goes to the search field.
  addEventListener("keydown", (event) => {
    const field = document.querySelector(".cv-search input");
    if (field && event.key === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      field.focus();
    }
  });

  // The search page loads Sphinx's search once there are words, and talks of
  // pages: a CV has no "documents" and no "categories".
  const plainer = {
    "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.": "No results. Try fewer words.",
    "Search finished, found one page matching the search query.": ["1 result", "${resultCount} results"],
  };
  const reword = () => {
    if (typeof Documentation !== "undefined") Documentation.TRANSLATIONS = { ...plainer, ...Documentation.TRANSLATIONS };
  };
  // Its excerpts are whole words of what a page says, without rows of links, ties and BibTeX.
  const trim = () => {
    if (typeof Search === "undefined" || Search.cvWhole) return;
    Search.cvWhole = Search.htmlToText;
    Search.htmlToText = (html, ...more) => {
      const page = new DOMParser().parseFromString(html, "text/html");
      for (const part of page.querySelectorAll(".cv-links, .cv-bibtex, .cv-related, .cv-more, .cv-pager")) part.remove();
      page.querySelector("main")?.setAttribute("role", "main"); // by which Sphinx finds the text
      return Search.cvWhole(page.documentElement.outerHTML, ...more);
    };
    const summary = Search.makeSearchSummary;
    Search.makeSearchSummary = (...all) => {
      const excerpt = summary(...all);
      if (excerpt) excerpt.textContent = excerpt.textContent.replace(/^\.{3}\S*\s+/, "… ").replace(/\s+\S*\.{3}$/, " …");
      return excerpt;
    };
  };
  if (new URLSearchParams(location.search).get("q")?.trim()) {
    for (const waiting of document.querySelectorAll("script[data-src]")) {
      const script = document.createElement("script");
      script.async = false; // in their order
      script.onload = () => { reword(); trim(); };
      script.src = waiting.dataset.src;
      document.head.append(script);
    }
  }

  // What scrolls sideways can be scrolled with the keyboard.
  for (const box of document.querySelectorAll(".pst-scrollable-table-container, .bd-article pre:not([tabindex])")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
})();
