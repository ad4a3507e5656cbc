// Long lists of publications, laid out where they show.
(() => {
  "use strict";

  const root = document.documentElement;

  // A long list in parts of parts, each laid out where it shows: what is far below costs nothing. The
  // first entries are in none, or the page would shift. Each part claims the height that its entries
  // have: guessed by their text at first, measured when nothing else is to do.
  const few = 5, many = 10;
  const heights = new Map();
  const long = CSS.supports("content-visibility", "auto") && document.querySelectorAll(".cv-publication").length > 2 * many;
  // What is filtered out keeps its style and layout (cv-items.css): to make both anew takes a browser most of its time.
  const hide = (node, hidden) => node.toggleAttribute("data-cv-out", hidden);
  const isHidden = (node) => node.hasAttribute("data-cv-out");
  const reveal = (part) => {
    let height = 0;
    for (const item of part.querySelectorAll(".cv-publication")) if (!isHidden(item)) height += heights.get(item);
    claim(part, height);
  };
  const claimed = new Map();
  const claim = (part, height) => {
    if (height && claimed.get(part) !== height) {
      claimed.set(part, height);
      part.style.containIntrinsicBlockSize = `${height}px`;
    }
    hide(part, !height);
  };
  let ratio = 1;
  const guess = (lists) => {
    const rem = parseFloat(getComputedStyle(root).fontSize);
    const width = (lists[0].parentNode.clientWidth || innerWidth) - 3 * rem;
    const chars = (item) => (item.querySelector(".cv-reference") ?? item).textContent.length;
    const raw = (item) => 5 * rem + (chars(item) * 0.52 * rem / width) * 1.58 * rem;
    let real = 0, guessed = 0;
    for (const list of lists) {
      for (const item of list.children) {
        if (item.matches(".cv-part") || item.closest("[data-cv-out]")) continue;
        real += item.offsetHeight + 1.35 * rem;
        guessed += raw(item);
      }
    }
    ratio = real / guessed || ratio;
    for (const list of lists) {
      for (const item of list.querySelectorAll(".cv-part .cv-publication")) heights.set(item, raw(item) * ratio);
    }
  };
  const measure = (part) => {
    if (part.closest("[data-cv-out]")) return;
    const around = [part, part.parentNode].filter((each) => each.matches(".cv-part"));
    for (const each of around) each.style.contentVisibility = "visible";
    const tops = [...part.children].map((item) => item.getBoundingClientRect().top);
    tops.push(part.getBoundingClientRect().bottom);
    for (const each of around) each.style.contentVisibility = "";
    [...part.children].forEach((item, at) => { if (!isHidden(item)) heights.set(item, tops[at + 1] - tops[at]); });
    for (const each of around) reveal(each);
  };
  const lists = [...document.querySelectorAll(".cv-publications")];
  let near = long ? many : Infinity;
  for (const list of lists) {
    list.dataset.parts = "";
    let later = [...list.children].slice(near);
    near = Math.max(near - list.children.length, 0);
    // Its entries are not its children any more.
    if (later.length) list.role = "list";
    for (const size of later.length > few ? [few, many] : [few]) {
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
    };
    const measureAll = () => {
      // Lines of the typeface that stood in for it were of other lengths.
      size();
      let next = 0;
      // A browser that is never idle measures all the same.
      const idle = (act) => globalThis.requestIdleCallback?.(act, { timeout: 500 }) ?? setTimeout(act);
      const go = (deadline) => {
        do measure(inner[next++]); while (next < inner.length && deadline?.timeRemaining?.() > 8);
        if (next < inner.length) idle(go);
      };
      idle(go);
    };
    size();
    document.fonts.ready.then(measureAll);
    let width = innerWidth, wait;
    addEventListener("resize", () => {
      if (width === innerWidth) return;
      width = innerWidth;
      clearTimeout(wait);
      wait = setTimeout(measureAll, 200);
    });
    document.addEventListener("toggle", (event) => {
      const part = event.target.closest?.(".cv-part");
      if (part) measure(part);
    }, true);
  }
  globalThis.cvParts = { heights, claim, hide };
})();
