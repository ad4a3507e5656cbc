// Long lists: laid out where they show, and filtered by words, types and years.
(() => {
  "use strict";

  const root = document.documentElement;
  const { foldings, wordsOf, mark } = globalThis.cvText;

  // A long list in parts of parts, each laid out where it shows: what is far below costs nothing. The
  // first entries are in none, or the page would shift. Each part claims the height that its entries
  // have: guessed by their text at first, measured when nothing else is to do.
  const size = 10;
  const heights = new Map();
  const long = CSS.supports("content-visibility", "auto") && document.querySelectorAll(".cv-publication").length > 2 * size;
  const reveal = (part) => {
    let height = 0;
    for (const item of part.querySelectorAll(".cv-publication")) if (item.style.display !== "none") height += heights.get(item);
    claim(part, height);
  };
  const claim = (part, height) => {
    part.style.containIntrinsicBlockSize = `${height}px`;
    // Out of sight it would keep the height that it was last laid out with.
    part.style.display = height ? "" : "none";
  };
  const guess = (lists) => {
    const rem = parseFloat(getComputedStyle(root).fontSize);
    const width = (lists[0].clientWidth || innerWidth) - 3 * rem;
    const chars = (item) => (item.querySelector(".cv-reference") ?? item).textContent.length;
    const raw = (item) => 5 * rem + (chars(item) * 0.52 * rem / width) * 1.58 * rem;
    let real = 0, guessed = 0;
    for (const list of lists) {
      for (const item of list.children) {
        if (item.matches(".cv-part")) continue;
        real += item.offsetHeight + 1.35 * rem;
        guessed += raw(item);
      }
    }
    for (const list of lists) {
      for (const item of list.querySelectorAll(".cv-part .cv-publication")) heights.set(item, raw(item) * (real / guessed || 1));
    }
  };
  const measure = (part) => {
    const around = [part, part.parentNode];
    if (around.some((each) => each.style.display === "none")) return;
    for (const each of around) each.style.contentVisibility = "visible";
    const tops = [...part.children].map((item) => item.getBoundingClientRect().top);
    tops.push(part.getBoundingClientRect().bottom);
    for (const each of around) each.style.contentVisibility = "";
    [...part.children].forEach((item, at) => { if (item.style.display !== "none") heights.set(item, tops[at + 1] - tops[at]); });
    for (const each of around) reveal(each);
  };
  const lists = [...document.querySelectorAll(".cv-publications")];
  let near = long ? size : Infinity;
  for (const list of lists) {
    let later = [...list.children].slice(near);
    near = Math.max(near - list.children.length, 0);
    // Its entries are not its children any more.
    if (later.length) list.role = "list";
    for (let level = 0; level < 2; level++) {
      const nodes = later;
      later = [];
      for (let start = 0; start < nodes.length; start += size) {
        const part = Object.assign(document.createElement("div"), { className: "cv-part", role: "none" });
        part.append(...nodes.slice(start, start + size));
        later.push(part);
      }
    }
    list.append(...later);
  }
  const allParts = [...document.querySelectorAll(".cv-part")];
  const inner = allParts.filter((part) => part.firstChild.matches(".cv-publication"));
  if (allParts.length) {
    const size = () => {
      guess(lists);
      allParts.forEach(reveal);
      let next = 0;
      const idle = globalThis.requestIdleCallback ?? setTimeout;
      const go = (deadline) => {
        do measure(inner[next++]); while (next < inner.length && deadline?.timeRemaining?.() > 8);
        if (next < inner.length) idle(go);
      };
      document.fonts.ready.then(() => idle(go));
    };
    size();
    let width = innerWidth, wait;
    addEventListener("resize", () => {
      if (width === innerWidth) return;
      width = innerWidth;
      clearTimeout(wait);
      wait = setTimeout(size, 200);
    });
    document.addEventListener("toggle", (event) => {
      const part = event.target.closest?.(".cv-part");
      if (part) measure(part);
    }, true);
  }

  // <div class="cv-filter"> hides the items below it that do not hold all words of its field, or are not of
  // the type and the year that are chosen. What is chosen stands in the address.
  const related = ".cv-year, .cv-publications, .cv-legend, .cv-more, .cv-years, span";
  document.querySelectorAll(".cv-filter").forEach((box, place) => {
    const field = box.querySelector("[data-cv-filter]");
    const status = box.querySelector("output");
    const kind = box.dataset.cvOf === "talk" ? ".cv-talk, .cv-line[data-year]" : ".cv-publication";
    const below = [];
    let years = null;
    for (let node = box.nextElementSibling; node && (kind !== ".cv-publication" || node.matches(related)); node = node.nextElementSibling) {
      if (node.matches(".cv-years")) years = node;
      else if (node.matches(".cv-year, " + kind)) below.push(node);
      else below.push(...node.querySelectorAll(".cv-year, " + kind));
    }
    const items = [], headings = [], groups = new Map();
    const group = (node) => {
      if (!groups.has(node)) groups.set(node, { node, hits: 0 });
      return groups.get(node);
    };
    let outer, inner;
    for (const node of below) {
      if (node.matches(".cv-year")) {
        inner = group(node);
        headings.push(inner);
        if (node.nextElementSibling?.matches(".cv-year")) outer = inner;
      } else {
        const around = [];
        for (let part = node.parentNode; part !== box.parentNode && !part.matches(".cv-publications"); part = part.parentNode) {
          around.push(group(part));
          if (!part.matches(".cv-part") && !headings.includes(group(part))) headings.push(group(part));
        }
        const part = around[0]?.node.matches(".cv-part") ? around[0] : null;
        const all = [...new Set([outer, inner, ...around])].filter(Boolean);
        items.push({ node, groups: all, part, types: node.dataset.types?.split(" ") ?? [], year: node.dataset.year, hit: true, shown: true });
      }
    }
    const parts = [...groups.values()].filter(({ node }) => node.matches(".cv-part"));

    // The texts are read while nothing else is to do, and at the latest when the field is used.
    let next = 0;
    const read = (idle) => {
      for (; next < items.length; next++) {
        if (idle?.timeRemaining() < 2) return void requestIdleCallback(read);
        const { node } = items[next];
        items[next].text = foldings(textOf(node)).join("\n");
      }
    };
    const textOf = (node) => [...node.querySelectorAll(".cv-reference, .cv-abbr")].map((part) => part.textContent).join(" ") || node.textContent;
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
    const choices = (nodes, value) => [...nodes].map((node) => ({ node, value: value(node), count: node.querySelector("span").firstChild }));
    const typeChoices = choices(box.querySelectorAll(".cv-types button"), (node) => node.value);
    const yearChoices = choices(years?.querySelectorAll("a") ?? [], (node) => node.dataset.year);
    const state = { q: "", type: "", year: "" };
    const nameOf = (key) => key + (place ? place + 1 : "");

    const update = () => {
      read();
      const words = wordsOf(state.q);
      const types = new Map(), dates = new Map();
      const add = (counts, value) => counts.set(value, (counts.get(value) ?? 0) + 1);
      let hits = 0;
      for (const group of groups.values()) group.hits = group.height = 0;
      for (const item of items) {
        const text = words.every((forms) => forms.some((form) => item.text.includes(form)));
        const type = !state.type || item.types.includes(state.type);
        const year = !state.year || item.year === state.year;
        if (text && year) for (const value of ["", ...item.types]) add(types, value);
        if (text && type) add(dates, item.year);
        item.hit = text && type && year;
        if (!item.hit) continue;
        hits++;
        for (const group of item.groups) {
          group.hits++;
          group.height += heights.get(item.node) ?? 0;
        }
      }
      for (const { value, count } of typeChoices) count.data = types.get(value) ?? 0;
      for (const { value, count } of yearChoices) count.data = dates.get(value) ?? 0;
      // The first screens of hits in this frame, the rest once these are seen. A part with no hit is out of
      // sight already.
      let above = 0;
      for (const item of items) {
        if (above === 30) break;
        if (item.part?.hits !== 0) show(item);
        if (item.hit) above++;
      }
      for (const { node, height } of parts) claim(node, height);
      for (const { node, hits } of headings) display(node, hits);
      const shown = items.filter((item) => item.hit);
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
        items.forEach(show);
        mark(box, shown.map(({ node }) => node.querySelector(".cv-reference") ?? node), words);
      })));
      const text = status.dataset.text.replace("{n}", hits).replace("{total}", items.length);
      said.data = Object.values(state).some((value) => value.trim()) ? text : "";
    };
    const press = () => {
      for (const { node, value } of typeChoices) node.setAttribute("aria-pressed", value === state.type);
      for (const { node, value } of yearChoices) {
        if (value === state.year) node.setAttribute("aria-current", "true");
        else node.removeAttribute("aria-current");
      }
    };
    const keep = (method) => {
      const address = new URL(location.href);
      for (const key of Object.keys(state)) {
        if (state[key].trim()) address.searchParams.set(nameOf(key), state[key].trim());
        else address.searchParams.delete(nameOf(key));
      }
      address.hash = "";
      try { history[method](null, "", address); } catch { /* too many in a row */ }
    };
    const choose = (key, value) => {
      const top = box.getBoundingClientRect().bottom + scrollY;
      state[key] = value;
      press();
      update();
      keep("pushState");
      if (scrollY > top) scrollTo({ top, behavior: "instant" });
    };
    // One step back undoes all that was typed in one go.
    let typing = false;
    field.addEventListener("input", () => {
      state.q = field.value;
      update();
      keep(typing ? "replaceState" : "pushState");
      typing = true;
    });
    field.addEventListener("blur", () => { typing = false; });
    for (const { node, value } of typeChoices) node.addEventListener("click", () => choose("type", state.type === value ? "" : value));
    for (const { node, value } of yearChoices) {
      node.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        choose("year", state.year === value ? "" : value);
      });
    }
    const restore = () => {
      const given = new URLSearchParams(location.search);
      const before = JSON.stringify(state);
      for (const key of Object.keys(state)) state[key] = given.get(nameOf(key)) ?? "";
      field.value = state.q;
      if (JSON.stringify(state) === before) return;
      press();
      update();
    };
    addEventListener("popstate", restore);
    restore();
  });
})();
