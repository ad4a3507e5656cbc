// Lists filtered by words, types and years.
(() => {
  "use strict";

  const { foldings, wordsOf, mark } = globalThis.cvText;
  const { heights, claim, hide } = globalThis.cvParts;

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
    // In the order of the page, each group with the number of its first item.
    const items = [], groups = new Map();
    const group = (node) => {
      if (!groups.has(node)) groups.set(node, { node, items: [], hits: 0, changed: false, first: items.length, isPart: node.matches(".cv-part") });
      return groups.get(node);
    };
    let outer, inner;
    for (const node of below) {
      if (node.matches(".cv-year")) {
        inner = group(node);
        if (node.nextElementSibling?.matches(".cv-year")) outer = inner;
      } else {
        const around = [];
        for (let part = node.parentNode; part !== box.parentNode && !part.matches(".cv-publications"); part = part.parentNode) around.push(group(part));
        const part = around[0]?.isPart ? around[0] : null;
        if (part && around[1]?.isPart) part.within = around[1];
        const all = [...new Set([outer, inner, ...around])].filter(Boolean);
        const item = { node, groups: all, part, types: node.dataset.types?.split(" ").filter(Boolean) ?? [], year: node.dataset.year, hit: true, shown: true };
        items.push(item);
        for (const group of all) {
          group.items.push(item);
          group.hits++;
        }
      }
    }
    const order = [...groups.values()];

    // The texts are read while nothing else is to do, and at the latest when the field is used.
    let next = 0;
    const read = (idle) => {
      for (; next < items.length; next++) {
        if (idle?.timeRemaining() < 2) return void requestIdleCallback(read);
        const { node } = items[next];
        items[next].text = foldings(textOf(node)).join("\n");
        if (idle && items[next].shown && !items[next].part) items[next].height = node.offsetHeight;
      }
    };
    const textOf = (node) => [...node.querySelectorAll(".cv-reference, .cv-abbr")].map((part) => part.textContent).join(" ") || node.textContent;
    globalThis.requestIdleCallback?.(read);
    field.addEventListener("focus", () => read());

    const said = status.appendChild(document.createTextNode(""));
    const show = (item) => {
      if (item.shown === item.hit) return;
      item.shown = item.hit;
      hide(item.node, !item.hit);
    };
    const showGroup = (group) => {
      if (!group.changed) return;
      group.changed = false;
      const { node, items, hits, isPart } = group;
      if (!isPart) return void hide(node, !hits);
      let height = 0;
      for (const item of items) if (item.hit) height += heights.get(item.node) ?? 0;
      claim(node, height);
    };
    const heightOf = ({ node, height }) => heights.get(node) ?? height ?? lowest;
    const choices = (nodes, value) => [...nodes].map((node) => ({ node, value: value(node), count: node.querySelector("span").firstChild }));
    const typeChoices = choices(box.querySelectorAll(".cv-types button"), (node) => node.value);
    const yearChoices = choices(years?.querySelectorAll("a") ?? [], (node) => node.dataset.year);
    const state = { q: "", type: "", year: "" };
    const nameOf = (key) => key + (place ? place + 1 : "");

    let turn = 0;
    const lowest = 20; // pixels: no entry is less high
    // Once this frame is painted.
    const later = (act) => requestAnimationFrame(() => setTimeout(act));
    const seen = (item) => item.hit && item.node.checkVisibility({ contentVisibilityAuto: true });
    const markSeen = () => mark(box, items.filter(seen).map(({ node }) => node.querySelector(".cv-reference") ?? node), wordsOf(state.q));
    const set = (text, value) => { if (text.data !== String(value)) text.data = value; };
    const ofType = ({ types }) => !state.type || types.includes(state.type);
    const ofYear = ({ year }) => !state.year || year === state.year;
    // Each choice says how many the others leave it.
    const countChoices = () => {
      const types = new Map(), years = new Map();
      const add = (counts, value) => counts.set(value, (counts.get(value) ?? 0) + 1);
      for (const item of items) {
        if (!item.said) continue;
        if (ofYear(item)) for (const value of ["", ...item.types]) add(types, value);
        if (ofType(item)) add(years, item.year);
      }
      for (const { value, count } of typeChoices) set(count, types.get(value) ?? 0);
      for (const { value, count } of yearChoices) set(count, years.get(value) ?? 0);
    };
    const say = () => {
      const hits = items.filter(({ hit }) => hit).length;
      const text = status.dataset.text.replace("{n}", hits).replace("{total}", items.length);
      const isAsked = Object.values(state).some((value) => value.trim());
      set(said, isAsked ? text : "");
      status.dataset.short = isAsked ? `${hits}/${items.length}` : "";
    };
    // What fills *room* pixels below the field is right in this frame. The rest follows in frames of its own, each with
    // twice as much, then what each choice would leave; how many there are is said in the first of them.
    const update = (room = Infinity) => {
      read();
      const words = wordsOf(state.q);
      for (const item of items) {
        item.said = words.every((forms) => forms.some((form) => item.text.includes(form)));
        const hit = item.said && ofType(item) && ofYear(item);
        if (hit === item.hit) continue;
        item.hit = hit;
        for (const group of item.groups) {
          group.hits += hit ? 1 : -1;
          group.changed = true;
        }
      }
      let nextItem = 0, nextGroup = 0;
      const showNext = (height) => {
        for (; nextItem < items.length && height > 0; nextItem++) {
          const item = items[nextItem];
          // A part with no hit is out of sight as a whole.
          if (item.part?.hits !== 0) show(item);
          if (item.hit) height -= heightOf(item);
        }
        const end = nextItem < items.length ? nextItem : Infinity;
        for (; order[nextGroup]?.first < end; nextGroup++) {
          const group = order[nextGroup];
          if (group.within?.hits !== 0) showGroup(group);
        }
      };
      showNext(room);
      const now = ++turn;
      const goOn = (height) => later(() => {
        if (now !== turn) return;
        say();
        if (nextItem < items.length) {
          showNext(height);
          goOn(2 * height);
          return;
        }
        items.forEach(show);
        countChoices();
        markSeen();
      });
      goOn(innerHeight);
    };
    // Marks cost a browser time in each frame: what comes into sight gets its own.
    document.addEventListener("contentvisibilityautostatechange", (event) => {
      if (event.skipped || !state.q.trim() || !groups.has(event.target)) return;
      const now = turn;
      later(() => { if (now === turn) markSeen(); });
    }, true);
    const press = () => {
      for (const { node, value } of typeChoices) {
        const pressed = String(value === state.type);
        if (node.ariaPressed !== pressed) node.ariaPressed = pressed;
      }
      for (const { node, value } of yearChoices) {
        const current = value === state.year ? "true" : null;
        if (node.ariaCurrent !== current) node.ariaCurrent = current;
      }
    };
    // What is chosen is in sight also in a line that scrolls.
    const bring = () => {
      for (const node of [box.querySelector("[aria-pressed=true]"), years?.querySelector("[aria-current]")]) {
        const line = node?.closest(".cv-sideways");
        if (!line) continue;
        const [inner, outer] = [node, line].map((each) => each.getBoundingClientRect());
        // Not where the line fades.
        if (Math.min(inner.left - outer.left, outer.right - inner.right) < 48) line.scrollLeft += (inner.left + inner.right - outer.left - outer.right) / 2;
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
      update(innerHeight - Math.max(bottom, 0));
      keep("pushState");
      later(bring);
      if (bottom < 0) scrollTo({ top, behavior: "instant" });
    };
    // Asked before anything is typed, for the same reason.
    let bottom = null;
    const ask = () => { bottom ??= box.getBoundingClientRect().bottom; };
    const forget = () => { bottom = null; };
    for (const kind of ["focus", "keydown"]) field.addEventListener(kind, ask);
    for (const kind of ["scroll", "resize"]) addEventListener(kind, forget, { passive: true });
    // One step back undoes all that was typed in one go.
    let typing = false;
    field.addEventListener("input", () => {
      state.q = field.value;
      ask();
      update(innerHeight - bottom);
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
      // Before the page is painted: other numbers are of other widths.
      say();
      countChoices();
      bring();
    };
    addEventListener("popstate", restore);
    restore();
  });
  // What was hidden until now, as it would have moved (layout.html, cv.css).
  delete document.documentElement.dataset.cvSent;
})();
