// Passages: a link to the words that are selected finds them again, or says honestly that it does
// not.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, journey } from '../harness/journey.mjs';
import { until } from '../harness/until.mjs';

const PAGES = readdirSync(join(DIST, 'read')).map((folder) => `read/${folder}/`);

// Selects from the middle of one paragraph over `paragraphs` more; answers with what is selected.
const selects = (reader, first, paragraphs = 0) =>
  reader.page.evaluate(
    (from, more) => {
      const texts = [...document.querySelectorAll('#text .article > p')].filter((p) => p.textContent.length > 80);
      const node = (p) => document.createTreeWalker(p, NodeFilter.SHOW_TEXT).nextNode();
      const range = document.createRange();
      range.setStart(node(texts[from]), 3);
      const last = node(texts[from + more]);
      range.setEnd(last, Math.min(last.data.length, 60));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return range.toString();
    },
    first,
    paragraphs,
  );

const marked = (reader) =>
  reader.page.evaluate(() => [...(CSS.highlights.get('passage') ?? [])].map((range) => range.toString())[0]);

const bare = (text) => text.replace(/\s+/gu, '');

const linksToSelection = async (reader) => {
  await reader.clicks('.passage-bar button', 'Link to what is selected');
  await reader.sees('word for word', '.passage-bar');
  await reader.addressBecomes(/quote=/);
  // Until the history has what the engine knows better.
  await new Promise((passed) => setTimeout(passed, 800));
};

journey('what is selected becomes a link, and the link finds it in a fresh browser', async (reader, context) => {
  await reader.opens(PAGES[0]);
  const words = await selects(reader, 1);
  await linksToSelection(reader);
  const address = await reader.address();
  assert.ok(address.length < 2000);
  const fresh = await context.browser().createBrowserContext();
  try {
    reader.page = await fresh.newPage();
    await reader.hasViewport(1440);
    await reader.opens(address);
    await reader.sees('word for word', '.passage-bar');
    await until('the words are marked', async () => bare((await marked(reader)) ?? '') === bare(words.trim()));
  } finally {
    await fresh.close();
  }
});

journey('a selection over a border of paragraphs is linked like any other', async (reader) => {
  await reader.opens(PAGES[2]);
  const words = await selects(reader, 1, 1);
  await linksToSelection(reader);
  await until('the words are marked', async () => bare((await marked(reader)) ?? '') === bare(words.trim()));
});

journey('words that the text no longer says are told with what they were', async (reader) => {
  await reader.opens(`${PAGES[0]}?quote=nothing+of+the+kind+was+ever+written+here&before=x`);
  await reader.sees('does not say', '.passage-bar');
  await reader.sees('nothing of the kind was ever written here', '.passage-bar');
  assert.equal(await marked(reader), undefined);
  await reader.clicks('.passage-bar button', 'Done');
  await reader.seesNo('.passage-bar');
});

journey('words that have changed a little are found, and it is said how alike they are', async (reader) => {
  await reader.opens(PAGES[0]);
  const passage = await reader.page.evaluate(() => {
    const text = [...document.querySelectorAll('#text .article > p')].find((p) => p.textContent.length > 200).textContent;
    return { before: text.slice(20, 50), quote: `${text.slice(50, 90)}quite${text.slice(96, 150)}`, after: text.slice(150, 180) };
  });
  await reader.opens(`${PAGES[0]}?${new URLSearchParams(passage)}`);
  await reader.sees('% like what the link quotes', '.passage-bar');
  assert.ok((await marked(reader))?.length > 60);
});

journey('a quotation is copied with its source, and its link works without the app too', async (reader) => {
  await reader.opens(PAGES[0]);
  await selects(reader, 1);
  await linksToSelection(reader);
  await reader.page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => (globalThis.copied = text) } });
  });
  await reader.clicks('.passage-bar button', 'Copy quotation and link');
  const copied = await until('something is copied', () => reader.page.evaluate(() => globalThis.copied));
  const [quotation, source, link] = copied.split('\n');
  assert.match(quotation, /^“.+”$/);
  assert.ok(source.startsWith(await reader.text('article h1')));
  assert.ok(link.startsWith(reader.site.address + PAGES[0]));
  assert.match(link, /#:~:text=.+/);
});

journey('more than a link can hold is told before it is made', async (reader) => {
  await reader.opens(PAGES[0]);
  await reader.page.evaluate(() => getSelection().selectAllChildren(document.querySelector('#text .article')));
  await reader.sees('A link can quote 500 characters', '.passage-bar');
  const paragraphs = await reader.page.evaluate(() => {
    HTMLAnchorElement.prototype.click = function click() {
      globalThis.saved = this.download;
    };
    URL.createObjectURL = (blob) => {
      blob.text().then((text) => (globalThis.text = text));
      return 'blob:saved';
    };
    const paragraphs = [...document.querySelectorAll('#text .article > p')];
    return [paragraphs[1], paragraphs.at(-1)].map((paragraph) => paragraph.textContent);
  });
  await reader.clicks('.passage-bar button', 'Save the quotation as a file');
  const text = await until('a file is saved', () => reader.page.evaluate(() => globalThis.saved && globalThis.text));
  for (const paragraph of paragraphs) assert.ok(bare(text).includes(bare(paragraph)), paragraph);
  const link = text.split('\n').at(-1);
  assert.ok(link.length <= 2000);
  await reader.page.goto(link);
  await reader.settles();
  await reader.seesA('.passage-bar');
  assert.doesNotMatch(await reader.text('.passage-bar'), /does not say/);
});
