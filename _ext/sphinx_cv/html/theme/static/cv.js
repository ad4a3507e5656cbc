// Everything but search, the colour mode and the filter works without this file.
(() => {
  "use strict";

  // Colour mode: system → light → dark, kept under pydata's keys.
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
  const nothing = "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.";
  const reword = () => {
    if (typeof Documentation !== "undefined") Documentation.TRANSLATIONS[nothing] ??= "No page holds all these words.";
  };
  if (new URLSearchParams(location.search).get("q")?.trim()) {
    for (const waiting of document.querySelectorAll("script[data-src]")) {
      const script = document.createElement("script");
      script.async = false; // in their order
      script.onload = reword;
      script.src = waiting.dataset.src;
      document.head.append(script);
    }
  }

  // What scrolls sideways can be scrolled with the keyboard.
  for (const box of document.querySelectorAll(".pst-scrollable-table-container, .bd-article pre:not([tabindex])")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }

  // Long lists of authors: a button shows the rest.
  for (const button of document.querySelectorAll(".cv-rest-count")) {
    const rest = button.parentElement.querySelectorAll(".cv-rest");
    rest.forEach((part) => { part.hidden = true; });
    button.hidden = false;
    button.addEventListener("click", () => {
      rest.forEach((part) => { part.hidden = false; });
      button.remove();
    });
  }

  // BibTeX: a button copies it. It is made when the box is first opened: lists are long.
  const offer = (box) => {
    if (!navigator.clipboard || !box.open || box.querySelector(".cv-copy")) return;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "cv-copy", textContent: root.dataset.cvCopy ?? "Copy" });
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(box.querySelector("pre").textContent);
      button.textContent = root.dataset.cvCopied ?? "Copied";
    });
    box.append(button);
  };
  document.querySelectorAll(".cv-bibtex[open]").forEach(offer);
  document.addEventListener("toggle", (event) => event.target.matches?.(".cv-bibtex") && offer(event.target), true);

  // <input data-cv-filter> hides what does not hold all its words, in its section.
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  for (const field of document.querySelectorAll("[data-cv-filter]")) {
    const scope = field.closest("section") ?? document;
    const status = scope.querySelector(".cv-filter output");
    const items = [...scope.querySelectorAll(".cv-publication, .cv-talk, .cv-entry")];
    // Laid out where it shows: first what is far below, or the page would shift; all once it filters.
    const defer = (some) => { for (const item of some) item.classList.add("cv-far"); };
    defer(items.slice(30));
    field.addEventListener("input", () => defer(items.slice(0, 30)), { once: true });
    const texts = items.map((item) => plain((item.querySelector(".cv-reference") ?? item).textContent));
    field.addEventListener("input", () => {
      const words = plain(field.value).split(/\s+/);
      items.forEach((item, i) => {
        const hidden = !words.every((word) => texts[i].includes(word));
        if (item.hidden !== hidden) item.hidden = hidden;
      });
      const left = items.filter((item) => !item.hidden).length;
      if (status) status.textContent = field.value.trim() ? (status.dataset.text ?? "{n} / {total}").replace("{n}", left).replace("{total}", items.length) : "";
      for (const year of scope.querySelectorAll(".cv-year")) {
        let after = year.nextElementSibling;
        let any = false;
        for (; after && !after.matches(".cv-year"); after = after.nextElementSibling) {
          any ||= !!(after.matches(".cv-talk, .cv-entry") ? !after.hidden : after.querySelector(".cv-publication:not([hidden])"));
        }
        year.hidden = !any;
      }
    });
  }
})();
