// Passages: what the reader has selected in a text, and where on the page the words of a link
// stand. White space is left out of comparisons: the page has other white space than the text.
(() => {
  const CONTEXT = 32;
  const page = globalThis.dossierPage;
  const articles = () => [...document.querySelectorAll("#text .article")];
  const bare = (text) => text.replace(/\s+/gu, "");

  // The place of the article, what is selected in it, what stands before and after, and how many
  // characters stand before; nothing if the selection is elsewhere.
  const selected = () => {
    const selection = getSelection();
    if (!selection?.rangeCount || selection.isCollapsed) return undefined;
    const range = selection.getRangeAt(0);
    const within = range.commonAncestorContainer;
    const article = (within.closest ? within : within.parentElement)?.closest("#text .article");
    const quote = selection.toString().trim();
    if (!article || !quote) return undefined;
    const around = document.createRange();
    around.selectNodeContents(article);
    around.setEnd(range.startContainer, range.startOffset);
    const before = [...around.toString()];
    around.selectNodeContents(article);
    around.setStart(range.endContainer, range.endOffset);
    const after = [...around.toString()].slice(0, CONTEXT).join("");
    const place = articles().indexOf(article);
    return [place, quote, before.slice(-CONTEXT).join(""), after, before.length];
  };

  // Where the words stand on the page; as much of what stands around them counts as can be found.
  const rangeOf = (article, before, quote, after) => {
    const nodes = [];
    let letters = "";
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      nodes.push([walker.currentNode, letters.length]);
      letters += bare(walker.currentNode.data);
    }
    const place = (letter) => {
      const [node, start] = nodes.findLast(([, first]) => first <= letter);
      const places = [...node.data.matchAll(/\S/g)];
      return [node, places[letter - start].index];
    };
    for (const [lead, trail] of [[before, after], [before, ""], ["", after], ["", ""]]) {
      const at = letters.indexOf(bare(lead) + bare(quote) + bare(trail));
      if (at < 0) continue;
      const start = at + bare(lead).length;
      const [last, end] = place(start + bare(quote).length - 1);
      const range = document.createRange();
      range.setStart(...place(start));
      range.setEnd(last, end + 1);
      return range;
    }
    return undefined;
  };

  // Marks the words and brings them into the window. Without words, takes the mark away.
  const point = (before, quote, after) => {
    const [article] = articles();
    const range = quote && article && rangeOf(article, before, quote, after);
    CSS.highlights?.delete("passage");
    if (!range) return;
    CSS.highlights?.set("passage", new Highlight(range));
    const element = range.startContainer.parentElement;
    const folded = element.closest("details");
    if (folded) folded.open = true;
    element.scrollIntoView({ block: "center", behavior: "instant" });
  };

  // A link that a browser without the program can follow too: to a page that says the words.
  const linkTo = (href, before, quote, after) => {
    const link = new URL(href, location.href).href;
    if (link.includes("#")) return link;
    const said = (text) => encodeURIComponent(text.trim()).replaceAll("-", "%2D");
    const word = (text, which) => text.trim().split(/\s+/u).at(which);
    const [lead, trail] = [word(before, -1), word(after, 0)];
    const fragment = [lead && `${said(lead)}-`, said(quote), trail && `-${said(trail)}`];
    const whole = `${link}#:~:text=${fragment.filter(Boolean).join(",")}`;
    return whole.length <= page.LONGEST ? whole : link;
  };

  // A quotation, where it is from, and the link to it: to paste, or as a file.
  const told = async (text, ...words) => `${text}\n${await page.pack(linkTo(...words))}`;
  const copyQuotation = async (...said) => page.copy(await told(...said));
  const saveQuotation = async (...said) => page.save("quotation.txt", "text/plain", await told(...said));

  Object.assign(page, { selected, point, copyQuotation, saveQuotation });
})();
