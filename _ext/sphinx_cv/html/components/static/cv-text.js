// Words and the texts that they are looked for in: folded, compared, marked.
(() => {
  "use strict";

  // Texts are compared without accents and signs of letters, by the table of model/text.py.
  const letters = { ł: "l", ø: "o", đ: "d", ð: "d", ħ: "h", ı: "i", ŋ: "n", þ: "th", æ: "ae", œ: "oe", ß: "ss" };
  const twoLetters = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };
  const replaced = (text, signs) => text.replace(/[^\x00-\x7f]/g, (letter) => signs[letter] ?? letter);
  const plain = (text) => replaced(text.replace(/['’‘ʼʻʹ′`´]/g, "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(), letters);
  const spelledOut = (text) => replaced(text.normalize("NFC").toLowerCase(), twoLetters);
  const foldings = (text) => [...new Set([plain(text), plain(spelledOut(text))])];

  // Hits are marked without a change of the page (CSS highlights). The ranges are static: a browser looks through
  // all others whenever a text of the page changes.
  const found = new Map();
  const mark = (owner, nodes, words) => {
    if (!CSS.highlights) return;
    found.set(owner, []);
    // One Latin letter or digit is nearly everywhere: its marks would say nothing, and Chromium paints them all anew
    // whenever a letter is typed.
    words = words.flat().filter((word) => !/^[\x00-\x7f]$/.test(word));
    for (const node of words.length ? nodes : []) {
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) markText(walker.currentNode, words, found.get(owner));
    }
    CSS.highlights.set("cv-hit", new Highlight(...[...found.values()].flat()));
  };
  // Letters come again and again.
  const remembered = (form) => {
    const known = new Map();
    return (letter) => {
      if (!known.has(letter)) known.set(letter, form(letter));
      return known.get(letter);
    };
  };
  const byLetter = [plain, (letter) => plain(spelledOut(letter))].map(remembered);
  const markText = (node, words, ranges) => {
    for (const form of /^[\x00-\x7f]*$/.test(node.data) ? byLetter.slice(0, 1) : byLetter) {
      const places = []; // of each folded letter, the letter that it is of
      let text = "", at = 0;
      for (const letter of node.data) {
        const folded = form(letter);
        text += folded;
        for (let count = folded.length; count; count--) places.push([at, at + letter.length]);
        at += letter.length;
      }
      for (const word of words) {
        for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) {
          const [startOffset] = places[start], [, endOffset] = places[start + word.length - 1];
          ranges.push(new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }));
        }
      }
    }
  };
  const wordsOf = (text) => text.split(/\s+/).map(foldings).filter(([word]) => word);
  globalThis.cvText = { foldings, wordsOf, mark };
})();
