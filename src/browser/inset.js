// Runs in an inset, a page for a frame in somebody else's: shows the passage that the link names, if
// the text has it, tells the page around it how high it is, and, opened by itself, hands out the
// lines that show it elsewhere.
(() => {
  const element = (id) => document.getElementById(id);
  const [text, whole] = [element("text"), element("whole")];
  const link = new URLSearchParams(location.search);
  const [quote, before, after] = ["quote", "before", "after"].map((key) => link.get(key) ?? "");

  // White space is left out of comparisons, as the engine does.
  const bare = (said) => said.replace(/\s+/gu, "");
  const showPassage = () => {
    const letters = bare(text.textContent);
    const [sought, lead, trail] = [quote, before, after].map(bare);
    const isThere = letters.includes(lead + sought + trail);
    const isElsewhere = letters.split(sought).length === 2;
    const [words, says] = element("passage").children;
    // What the text does not say is not shown as if it did.
    words.hidden = !isThere && !isElsewhere;
    words.textContent = words.hidden ? "" : quote;
    if (words.hidden) says.textContent = "The text does not say what the link quotes.";
    else if (!isThere) says.textContent = "In other surroundings than the link has them.";
    element("passage").hidden = false;
    element("beginning").hidden = true;
    whole.search = location.search;
  };
  if (text && bare(quote)) showPassage();

  const tellHeight = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    parent.postMessage({ dossier: { height } }, "*");
  };
  if (parent !== window) return new ResizeObserver(tellHeight).observe(document.body);

  const snippet = element("snippet");
  const address = location.href.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  snippet.value = snippet.value.replace('src=""', () => `src="${address}"`);
  element("alone").hidden = false;
  element("copy").onclick = async () => {
    snippet.select();
    try {
      await navigator.clipboard.writeText(snippet.value);
      element("copied").textContent = "Copied.";
    } catch {
      element("copied").textContent = "Selected: copy it by hand.";
    }
  };
})();
