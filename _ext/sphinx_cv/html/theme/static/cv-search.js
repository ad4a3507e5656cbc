// The search: finds papers, talks, entries and sections in the index, and shows them. cv.js loads this
// file once the field is used, after the index.
(() => {
  "use strict";

  const { foldings, wordsOf, mark } = globalThis.cvText;
  const root = document.documentElement;
  const home = new URL(root.dataset.content_root, location.href);
  const limit = 8;

  // Letters and numbers alone are compared: whoever copies a title may take a stop or a dash with it.
  const bare = (text) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const forms = (text) => foldings(text).map(bare);
  const records = globalThis.cvSearchIndex.map(([title, beside, address, page, text], place) => ({
    title, beside, page, text, place,
    address: new URL(address, home).href,
    titles: forms(title),
    all: forms([title, beside, page, text].join(" ")),
  }));

  // Whole titles come first, then what the title holds, then the rest; of equal hits the paper, the talk, …
  const score = (record, words, phrases) => {
    const holds = (texts, forms, start) => forms.some((form) => texts.some((text) => (start ? ` ${text}` : text).includes(start + form)));
    if (!words.every((forms) => holds(record.all, forms, ""))) return 0;
    let sum = 1;
    if (phrases.some((phrase) => record.titles.includes(phrase))) sum += 1000;
    else if (holds(record.titles, phrases, " ")) sum += 100;
    for (const forms of words) sum += holds(record.titles, forms, " ") ? 10 : holds(record.titles, forms, "") ? 5 : holds(record.all, forms, " ") ? 1 : 0;
    return sum;
  };
  const find = (query) => {
    const words = query.split(/\s+/).map(forms).map((all) => all.filter(Boolean)).filter((all) => all.length);
    if (!words.length) return [];
    const phrases = forms(query);
    return records
      .map((record) => ({ record, value: score(record, words.flatMap(parted), phrases) }))
      .filter(({ value }) => value)
      .sort((one, other) => other.value - one.value || one.record.place - other.record.place)
      .map(({ record }) => record);
  };
  // "e-mail" is looked for as two words.
  const parted = (all) => (all.some((form) => form.includes(" ")) ? all[0].split(" ").map((word) => [word]) : [all]);

  // Some words around the first hit in a text; "" where all stands in the title or beside it.
  const excerpt = ({ title, beside, text }, query) => {
    const wanted = wordsOf(query).flat().map(bare).filter(Boolean);
    const shown = forms(`${title} ${beside}`);
    const missing = wanted.filter((word) => !shown.some((form) => form.includes(word)));
    if (!missing.length || !text) return "";
    const words = text.split(" ");
    const at = Math.max(words.findIndex((word) => forms(word).some((form) => missing.some((each) => form.includes(each)))), 0);
    const first = Math.max(at - 8, 0), last = Math.min(first + 24, words.length);
    return `${first ? "… " : ""}${words.slice(first, last).join(" ")}${last < words.length ? " …" : ""}`;
  };
  const element = (name, className, text) => Object.assign(document.createElement(name), { className, textContent: text ?? "" });
  // The words of the query are marked on the page that a hit leads to (cv.js).
  const lead = (link, query) => link.addEventListener("click", () => {
    try { sessionStorage.setItem("cv-search", query); } catch { /* storage is blocked */ }
  });
  const linkTo = (record, query) => {
    const link = Object.assign(element("a", "cv-hit"), { href: record.address });
    link.append(element("span", "cv-hit-title", record.title), " ");
    const beside = element("span", "cv-hit-beside");
    // No line ends within the pages of a paper.
    const parts = [record.page, record.beside].filter(Boolean).join(" · ").split(/(\w?\d+–\w?\d+)/);
    beside.append(...parts.map((part, at) => at % 2 ? element("span", "cv-together", part) : part));
    link.append(beside);
    lead(link, query);
    return link;
  };
  const said = (field, number) => {
    if (!number) return field.dataset.none;
    return number === 1 ? field.dataset.one : field.dataset.many.replace("{n}", number);
  };

  // All hits, on the page of the search.
  const fill = (field, box) => {
    const status = box.appendChild(element("p", "search-summary"));
    status.role = "status";
    const list = box.appendChild(element("ul", "search"));
    const show = () => {
      const query = field.value.trim(), found = find(query);
      status.textContent = query ? said(field, found.length) : "";
      list.replaceChildren(...found.map((record) => {
        const item = element("li", "");
        item.append(linkTo(record, query));
        const text = excerpt(record, query);
        if (text) item.append(element("p", "context", text));
        return item;
      }));
      mark("search", [list], wordsOf(query));
    };
    field.addEventListener("input", () => {
      show();
      const address = new URL(location.href);
      address.searchParams.set("q", field.value.trim());
      try { history.replaceState(null, "", address); } catch { /* too many in a row */ }
    });
    field.form.addEventListener("submit", (event) => event.preventDefault());
    show();
  };

  // The first hits, below the field at the top of each page (the combobox of the ARIA Authoring Practices).
  const open = (field) => {
    const box = Object.assign(element("div", "cv-hits"), { id: "cv-hits", hidden: true });
    const list = box.appendChild(element("div", ""));
    Object.assign(list, { id: "cv-hit-list", role: "listbox", ariaLabel: field.ariaLabel ?? field.placeholder });
    const status = box.appendChild(element("p", "cv-hits-said"));
    status.role = "status";
    field.form.append(box);
    Object.assign(field, { role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false" });
    field.setAttribute("aria-controls", list.id);
    let active = -1;
    const close = () => {
      box.hidden = true;
      field.ariaExpanded = "false";
      field.removeAttribute("aria-activedescendant");
      active = -1;
    };
    const show = () => {
      const query = field.value.trim();
      if (!query) return close();
      const found = find(query);
      list.replaceChildren(...found.slice(0, limit).map((record, at) => Object.assign(linkTo(record, query), { id: `cv-hit-${at}`, role: "option", tabIndex: -1, ariaSelected: "false" })));
      if (found.length > limit) {
        const all = Object.assign(element("a", "cv-hit cv-hits-all", said(field, found.length)), { id: "cv-hit-all", role: "option", tabIndex: -1, ariaSelected: "false" });
        all.href = `${field.form.action}?q=${encodeURIComponent(query)}`;
        list.append(all);
      }
      status.textContent = said(field, found.length);
      status.classList.toggle("visually-hidden", found.length > 0);
      active = -1;
      field.removeAttribute("aria-activedescendant");
      box.hidden = false;
      field.ariaExpanded = "true";
      mark("search", [list], wordsOf(query));
    };
    const move = (step) => {
      const options = [...list.children];
      if (!options.length) return;
      options[active]?.setAttribute("aria-selected", "false");
      active = (active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length;
      options[active].setAttribute("aria-selected", "true");
      options[active].scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", options[active].id);
    };
    field.addEventListener("input", show);
    field.addEventListener("focus", () => { if (box.hidden) show(); });
    field.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (box.hidden) show();
        move(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        list.children[active].click();
        close();
      } else if (event.key === "Escape") {
        event.preventDefault();
        if (box.hidden) field.blur();
        close();
      }
    });
    field.form.addEventListener("focusout", (event) => { if (!field.form.contains(event.relatedTarget)) close(); });
    box.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    box.addEventListener("click", close);
    if (document.activeElement === field) show();
  };

  const field = document.querySelector(".cv-search input");
  const results = document.getElementById("search-results");
  if (results) fill(field, results);
  else open(field);
})();
