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
  // Its excerpts are of what a page says, without rows of links, ties and BibTeX.
  const trim = () => {
    if (typeof Search === "undefined" || Search.cvWhole) return;
    Search.cvWhole = Search.htmlToText;
    Search.htmlToText = (html, ...more) => {
      const page = new DOMParser().parseFromString(html, "text/html");
      for (const part of page.querySelectorAll(".cv-links, .cv-bibtex, .cv-related")) part.remove();
      return Search.cvWhole(page.documentElement.outerHTML, ...more);
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

  // The base theme asks html:has(#…) for sidebars that we have not, and the browser looks through the
  // whole page for them whenever an entry is hidden.
  for (const sheet of document.styleSheets) {
    try {
      const place = [...sheet.cssRules].findIndex((rule) => rule.selectorText?.startsWith("html:has(#pst-"));
      if (place >= 0) sheet.deleteRule(place);
    } catch { /* a sheet of another site: its rules cannot be read */ }
  }

  // A long list in parts, each laid out where it shows: what is far below costs nothing. The first
  // entries are in none, or the page would shift.
  const size = 10;
  const long = CSS.supports("content-visibility", "auto") && document.querySelectorAll(".cv-publication").length > 2 * size;
  const reveal = (part, count) => {
    part.style.containIntrinsicBlockSize = `${9 * count}rem`;
    part.style.insetBlockStart = count ? "" : "-9999rem";
  };
  let near = long ? size : Infinity;
  for (const list of document.querySelectorAll(".cv-publications")) {
    const far = [...list.children].slice(near);
    near = Math.max(near - list.children.length, 0);
    // Its entries are not its children any more.
    if (far.length) list.role = "list";
    for (let start = 0; start < far.length; start += size) {
      const part = Object.assign(document.createElement("div"), { className: "cv-part", role: "none" });
      part.append(...far.slice(start, start + size));
      reveal(part, part.children.length);
      list.append(part);
    }
  }

  // <input data-cv-filter> hides what does not hold all its words, in its section.
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  for (const field of document.querySelectorAll("[data-cv-filter]")) {
    const scope = field.closest("section") ?? document;
    const status = scope.querySelector(".cv-filter output");
    const headings = new Map(); // each with the places of its items
    const items = [];
    let outer, inner;
    for (const node of scope.querySelectorAll(".cv-year, .cv-publication, .cv-talk, .cv-entry")) {
      if (node.matches(".cv-year")) {
        if (node.nextElementSibling?.matches(".cv-year")) outer = node;
        inner = node;
        headings.set(node, []);
      } else {
        for (const heading of new Set([outer, inner])) headings.get(heading)?.push(items.length);
        items.push(node);
      }
    }
    const parts = new Map(); // each with the places of its items
    items.forEach((item, i) => {
      const part = item.parentNode;
      if (part.matches(".cv-part")) parts.set(part, [...(parts.get(part) ?? []), i]);
    });

    // The texts are read while nothing else is to do, and at the latest when the field is used.
    const texts = [];
    const read = (idle) => {
      while (texts.length < items.length) {
        if (idle?.timeRemaining() < 2) return void requestIdleCallback(read);
        const item = items[texts.length];
        texts.push(plain((item.querySelector(".cv-reference") ?? item).textContent));
      }
    };
    globalThis.requestIdleCallback?.(read);
    field.addEventListener("focus", () => read());

    // A browser looks through the whole page when a text is replaced or an attribute hides (:has() in
    // the base theme), but not when the text changes or the style hides.
    const said = status?.appendChild(document.createTextNode(""));
    let hits = [];
    const shown = items.map(() => true);
    const set = (i) => {
      if (shown[i] === hits[i]) return;
      shown[i] = hits[i];
      items[i].style.display = hits[i] ? "" : "none";
    };
    field.addEventListener("input", () => {
      read();
      const words = plain(field.value).split(/\s+/);
      hits = texts.map((text) => words.every((word) => text.includes(word)));
      const count = (places) => places.reduce((sum, i) => sum + hits[i], 0);
      items.forEach((item, i) => { if (!parts.has(item.parentNode)) set(i); });
      // Some screens of hits in this frame; what is below them once it is out of sight.
      let above = 0;
      for (const [part, places] of parts) {
        if (above < 50) places.forEach(set);
        reveal(part, count(places));
        above += count(places);
      }
      requestAnimationFrame(() => requestAnimationFrame(() => items.forEach((item, i) => set(i))));
      for (const [heading, places] of headings) heading.style.display = count(places) ? "" : "none";
      const text = (status?.dataset.text ?? "").replace("{n}", hits.filter(Boolean).length).replace("{total}", items.length);
      if (said) said.data = field.value.trim() ? text : "";
    });
  }
})();
