// Entries and publications, under any theme. Without this file lists are whole, and have no filter.
(() => {
  "use strict";

  const root = document.documentElement;

  // Long lists of authors: a button shows the rest.
  for (const button of document.querySelectorAll(".cv-rest-count")) {
    const rest = button.parentElement.querySelectorAll(".cv-rest");
    rest.forEach((part) => { part.hidden = true; });
    button.hidden = false;
    button.addEventListener("click", () => {
      rest.forEach((part) => { part.hidden = false; });
      // Whoever reads by keyboard goes on with the first of them.
      rest[0].tabIndex = -1;
      rest[0].focus({ preventScroll: true });
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

  // A long list in parts of parts, each laid out where it shows: what is far below costs nothing. The
  // first entries are in none, or the page would shift.
  const size = 10;
  const long = CSS.supports("content-visibility", "auto") && document.querySelectorAll(".cv-publication").length > 2 * size;
  const reveal = (part, count) => {
    part.style.containIntrinsicBlockSize = `${9 * count}rem`;
    part.style.insetBlockStart = count ? "" : "-9999rem";
  };
  let near = long ? size : Infinity;
  for (const list of document.querySelectorAll(".cv-publications")) {
    let far = [...list.children].slice(near);
    near = Math.max(near - list.children.length, 0);
    // Its entries are not its children any more.
    if (far.length) list.role = "list";
    for (let level = 0; level < 2; level++) {
      const nodes = far;
      far = [];
      for (let start = 0; start < nodes.length; start += size) {
        const part = Object.assign(document.createElement("div"), { className: "cv-part", role: "none" });
        part.append(...nodes.slice(start, start + size));
        far.push(part);
      }
    }
    list.append(...far);
    for (const part of list.querySelectorAll(".cv-part")) reveal(part, part.querySelectorAll(".cv-publication").length);
  }

  // <input data-cv-filter> hides the publications that do not hold all its words, in the list below it.
  // Both are looked for without accents and signs of letters, by the table of model/text.py.
  const letters = { ł: "l", ø: "o", đ: "d", ð: "d", ħ: "h", ı: "i", ŋ: "n", þ: "th", æ: "ae", œ: "oe", ß: "ss" };
  const twoLetters = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };
  const replaced = (text, table) => text.replace(/[^\x00-\x7f]/g, (letter) => table[letter] ?? letter);
  const plain = (text) => replaced(text.replace(/['’‘ʼʻʹ′`´]/g, "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(), letters);
  const spelledOut = (text) => replaced(text.normalize("NFC").toLowerCase(), twoLetters);
  const foldings = (text) => [...new Set([plain(text), plain(spelledOut(text))])];
  for (const field of document.querySelectorAll("[data-cv-filter]")) {
    const box = field.closest(".cv-filter");
    const status = box.querySelector("output");
    const below = [];
    for (let node = box.nextElementSibling; node?.matches(".cv-year, .cv-publications, span"); node = node.nextElementSibling) {
      if (node.matches(".cv-year")) below.push(node);
      else below.push(...node.querySelectorAll(".cv-publication"));
    }
    const items = [], headings = [], parts = new Map();
    const group = (node) => ({ node, hits: 0 });
    let outer, inner;
    for (const node of below) {
      if (node.matches(".cv-year")) {
        inner = group(node);
        headings.push(inner);
        if (node.nextElementSibling?.matches(".cv-year")) outer = inner;
      } else {
        const around = [];
        for (let part = node.parentNode; part.matches(".cv-part"); part = part.parentNode) {
          if (!parts.has(part)) parts.set(part, group(part));
          around.push(parts.get(part));
        }
        const groups = [...new Set([outer, inner, ...around])].filter(Boolean);
        items.push({ node, groups, part: around[0], hit: true, shown: true });
      }
    }

    // The texts are read while nothing else is to do, and at the latest when the field is used.
    let next = 0;
    const read = (idle) => {
      for (; next < items.length; next++) {
        if (idle?.timeRemaining() < 2) return void requestIdleCallback(read);
        const { node } = items[next];
        items[next].text = foldings((node.querySelector(".cv-reference") ?? node).textContent).join("\n");
      }
    };
    globalThis.requestIdleCallback?.(read);
    field.addEventListener("focus", () => read());

    // A browser looks through the whole page when a text is replaced or an attribute hides (:has() in
    // the base theme), but not when the text changes or the style hides.
    const said = status.appendChild(document.createTextNode(""));
    const display = (node, shown) => { node.style.display = shown ? "" : "none"; };
    const show = (item) => {
      if (item.shown === item.hit) return;
      item.shown = item.hit;
      display(item.node, item.hit);
    };
    field.addEventListener("input", () => {
      read();
      const words = field.value.split(/\s+/).map(foldings);
      for (const group of [...headings, ...parts.values()]) group.hits = 0;
      for (const item of items) {
        item.hit = words.every((forms) => forms.some((form) => item.text.includes(form)));
        if (item.hit) for (const group of item.groups) group.hits++;
      }
      // The first screens of hits in this frame, the rest once these are seen. A part with no hit is out of
      // sight already.
      let above = 0;
      for (const item of items) {
        if (above === 30) break;
        if (item.part?.hits !== 0) show(item);
        if (item.hit) above++;
      }
      for (const { node, hits } of parts.values()) reveal(node, hits);
      for (const { node, hits } of headings) display(node, hits);
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => items.forEach(show))));
      const text = status.dataset.text.replace("{n}", items.filter((item) => item.hit).length).replace("{total}", items.length);
      said.data = field.value.trim() ? text : "";
    });
  }
})();
