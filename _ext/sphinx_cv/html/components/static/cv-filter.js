// Lists filtered by words, types and years.
(() => {
  "use strict";

  const { foldings, wordsOf, mark } = globalThis.cvText;
  const { heights, claim } = globalThis.cvParts;

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

    let turn = 0;
    const lowest = 80; // pixels: no entry is less high
    const later = (act) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(act)));
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
      // The first screen of hits in this frame, the rest once it is seen. A part with no hit is out of sight already.
      let above = 0;
      for (const item of items) {
        if (above * lowest > innerHeight) break;
        if (item.part?.hits !== 0) show(item);
        if (item.hit) above++;
      }
      for (const { node, height } of parts) claim(node, height);
      for (const { node, hits } of headings) display(node, hits);
      const now = ++turn;
      later(() => {
        if (now !== turn) return;
        items.forEach(show);
        mark(box, items.filter((item) => item.hit).map(({ node }) => node.querySelector(".cv-reference") ?? node), words);
      });
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
    // The browser takes its time for a new address.
    const keep = (method) => {
      const chosen = Object.entries(state).map(([key, value]) => [nameOf(key), value.trim()]);
      later(() => {
        const address = new URL(location.href);
        for (const [name, value] of chosen) {
          if (value) address.searchParams.set(name, value);
          else address.searchParams.delete(name);
        }
        address.hash = "";
        try { history[method](null, "", address); } catch { /* too many at once */ }
      });
    };
    const choose = (key, value) => {
      // Asked before anything changes: the browser would lay out the page for it.
      const { bottom } = box.getBoundingClientRect(), top = bottom + scrollY;
      state[key] = value;
      press();
      update();
      keep("pushState");
      if (bottom < 0) scrollTo({ top, behavior: "instant" });
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
