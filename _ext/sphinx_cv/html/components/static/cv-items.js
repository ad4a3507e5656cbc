// Entries and publications, under any theme. Without this file lists are whole, and have no filter.
(() => {
  "use strict";

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

  // Lines that scroll sideways fade where there is more.
  for (const line of document.querySelectorAll(".cv-sideways")) {
    const fades = () => {
      const before = Math.abs(line.scrollLeft);
      const after = line.scrollWidth - line.clientWidth - before;
      line.style.setProperty("--before", `${Math.min(before, 48)}px`);
      line.style.setProperty("--after", `${Math.min(after, 48)}px`);
    };
    new ResizeObserver(fades).observe(line);
    // Words have other widths once their typeface is there.
    document.fonts.ready.then(fades);
    line.addEventListener("scroll", fades, { passive: true });
  }

  // Folded links take the place of their names.
  document.addEventListener("click", (event) => {
    const folded = event.target.closest?.(".cv-folded > summary")?.parentNode;
    if (!folded) return;
    event.preventDefault();
    const row = folded.querySelector(".cv-links");
    folded.replaceWith(row);
    row.querySelector("a").focus({ preventScroll: true });
  });

  // BibTeX: a button copies it. It is made when the box is first opened: lists are long.
  const offer = (box) => {
    if (!navigator.clipboard || !box.open || box.querySelector(".cv-copy")) return;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "cv-copy", textContent: box.dataset.copy });
    const text = box.querySelector("pre");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
        button.textContent = box.dataset.copied;
      } catch { // where a browser does not allow it, it is ready to be copied by hand
        getSelection().selectAllChildren(text);
      }
    });
    text.before(button);
  };
  document.querySelectorAll(".cv-bibtex[open]").forEach(offer);
  document.addEventListener("toggle", (event) => event.target.matches?.(".cv-bibtex") && offer(event.target), true);

  // A long list has no citations. Each folds out all the same, fetched from the page of its paper, where "Cite" leads.
  const citationAt = async (address) => {
    const response = await fetch(address);
    const box = new DOMParser().parseFromString(await response.text(), "text/html").getElementById("cv_cite");
    box.removeAttribute("id");
    for (const link of box.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), address);
    return box;
  };
  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.('.cv-publication a[href$="#cv_cite"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    let box;
    try {
      box = await citationAt(link.href);
    } catch { // a page opened as a file may fetch none
      location.assign(link.href);
      return;
    }
    if (!link.isConnected) return; // clicked twice
    link.closest(".cv-publication").append(box);
    link.remove();
    const button = box.querySelector("summary");
    box.open = false;
    button.click();
    button.focus({ preventScroll: true });
  });
})();
