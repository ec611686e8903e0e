// A reader opens documents of their own beside those that are published.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after } from 'node:test';
import { DIST, journey } from '../harness/journey.mjs';
import { isKept } from '../harness/kept.mjs';

const folder = mkdtempSync(join(tmpdir(), 'intake-'));
after(() => rmSync(folder, { recursive: true }));

const FILES = {
  'letter.txt': 'A Letter from Bath\n\nAda Lovelace wrote to Charles Babbage on 3 May 1843 that Vladimir Putin is no subject for a letter.\n',
  'notes.md': '# Notes\n\nCharles Babbage lives in **London**. See <script>alert(1)</script>.\n',
  'page.html': '<title>A Page</title><article><p>Ada Lovelace spoke in Turin.</p><img src="https://tracker.example/x.png"></article>',
  'empty.txt': ' \n',
  'broken.pdf': '%PDF-1.4\nno more of it',
};
// A page of one column, as a word processor would write it: text in a standard font, uncompressed.
const pdf = (lines) => {
  const content = ['BT /F1 12 Tf 72 720 Td 15 TL', ...lines.map((line) => `(${line}) Tj T*`), 'ET'].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 612 792] >>',
    '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${offsets.join('')}`;
  return `${file}${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
};
FILES['minutes.pdf'] = pdf([
  'Minutes of the Harbour Committee',
  'Grace Hopper told the committee in Rotterdam on 3 May 1943 that the',
  'crane had been moved. Ada Lovelace wrote the minutes.',
]);

const path = (name) => {
  const file = join(folder, name);
  writeFileSync(file, FILES[name]);
  return file;
};

const picks = async (reader, ...names) => {
  const field = await reader.element('.intake input[type=file]');
  await field.uploadFile(...names.map(path));
};

const opens = async (reader, ...names) => {
  await reader.clicks('.tool', 'Open your own documents');
  await picks(reader, ...names);
  await reader.sees('of yours', '.own');
  await reader.settles();
};

journey('a reader opens files and finds, filters and reads them like those that are published', async (reader) => {
  await reader.opens();
  const published = await reader.count('.entry');
  await opens(reader, 'letter.txt', 'notes.md', 'page.html');
  await reader.sees('3 documents of yours', '.own');
  await reader.seesSoMany(published + 3, '.entry');
  await reader.sees('Yours', '.entry-facts');
  await reader.clicks('.entry-title a', 'A Letter from Bath');
  await reader.sees('Ada Lovelace wrote', 'article');
  await reader.addressBecomes(/^\?view=read&read=own\.letter/);
  await reader.clicks('article mark', 'Vladimir Putin');
  await reader.sees('Vladimir Putin', '.card');
  await reader.searches('Babbage');
  await reader.seesSoMany(2, '.result');
  await reader.clicks('.views a', 'Review');
  await reader.seesA('.review');
});

journey('closed again, the published dossier is there as it was', async (reader) => {
  await reader.opens();
  const published = await reader.text('.overview-extent');
  await opens(reader, 'letter.txt');
  assert.notEqual(await reader.text('.overview-extent'), published);
  await reader.clicks('.own button', 'Close mine');
  await reader.seesNo('.own');
  await reader.sees(published, '.overview-extent');
});

journey('nothing is fetched for it before a file comes, and then from this host alone', async (reader) => {
  await reader.opens();
  await reader.clicks('.tool', 'Open your own documents');
  const fetched = () => reader.site.requests.filter((file) => file.includes('recogniser-'));
  assert.deepEqual(fetched(), []);
  await picks(reader, 'page.html');
  await reader.sees('1 document of yours', '.own');
  assert.ok(fetched().length >= 3);
});

journey('each file that cannot be used is told with a remedy, and the others open', async (reader) => {
  await reader.opens();
  await reader.clicks('.tool', 'Open your own documents');
  await picks(reader, 'empty.txt', 'letter.txt', 'broken.pdf');
  await reader.sees('empty.txt: the file has no text in it. Remove the file', '.intake-problems');
  await reader.sees('broken.pdf', '.intake-problems');
  await reader.sees('1 document of yours', '.own');
  await reader.presses('Escape');
  await reader.sees('A Letter from Bath', '.entry-title');
});

journey('by keyboard alone: a text is pasted and opened, and more is added', async (reader) => {
  await reader.opens();
  await reader.page.focus('.tool[aria-label^="Open your own"]');
  await reader.presses('Enter');
  await reader.seesA('.intake[open]');
  await reader.page.focus('.intake textarea');
  await reader.types('Grace Hopper went to Arlington? Yes; j and / are no keys here.');
  await reader.presses('Tab', 'Enter');
  await reader.sees('1 document of yours', '.own');
  await reader.seesNo('.intake');
  await reader.sees('Grace Hopper', '.entry');
  await opens(reader, 'letter.txt');
  await reader.sees('2 documents of yours', '.own');
});

journey('files may be dropped anywhere on the page', async (reader) => {
  await reader.opens('?view=results&q=dutch');
  await reader.page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['Ada Lovelace is here.'], 'dropped.txt'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await reader.sees('1 document of yours', '.own');
});

journey('a PDF file is read, and its names are marked', async (reader) => {
  await reader.opens();
  await opens(reader, 'minutes.pdf');
  await reader.sees('1 document of yours', '.own');
  await reader.clicks('.entry-title a', 'Minutes');
  await reader.sees('that the crane had been moved', 'article');
  await reader.clicks('article mark', 'Grace Hopper');
  await reader.sees('Grace Hopper', '.card');
});

journey('a folder is dropped as a whole, with the folders in it, and hidden files are left', async (reader) => {
  await reader.opens();
  await reader.page.evaluate(() => {
    const file = (name, text) => ({ name, isFile: true, file: (read) => read(new File([text], name)) });
    // A browser hands the entries of a folder out in batches, and an empty one at the end.
    const folder = (name, ...batches) => ({ name, isDirectory: true, createReader: () => ({ readEntries: (read) => read(batches.shift() ?? []) }) });
    const inner = folder('letters', [file('b.txt', 'Charles Babbage lives in London.')]);
    const dropped = folder('papers', [file('a.txt', 'Ada Lovelace is here.'), file('.hidden', 'Grace Hopper')], [inner]);
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    const dataTransfer = { types: ['Files'], items: [{ webkitGetAsEntry: () => dropped }] };
    document.body.dispatchEvent(Object.defineProperty(drop, 'dataTransfer', { value: dataTransfer }));
  });
  await reader.sees('2 documents of yours', '.own');
  await reader.sees('Charles Babbage', '#main');
});

journey('a reload says that own documents are gone, and what is published is there', async (reader) => {
  await reader.opens();
  await opens(reader, 'letter.txt');
  await reader.sees('gone when you reload the page', '.own');
  await reader.clicks('.entry-title a', 'A Letter from Bath');
  await reader.addressBecomes(/own\.letter/);
  await reader.page.reload();
  await reader.settles();
  await reader.seesNo('.own');
  await reader.sees('document', '#main');
});

journey('what takes too long can be stopped, and the page goes on', async (reader) => {
  writeFileSync(join(folder, 'huge.txt'), 'Names of names: Ada Lovelace, B. of C. (D.E.F.) '.repeat(400_000));
  await reader.opens();
  await reader.clicks('.tool', 'Open your own documents');
  const field = await reader.element('.intake input[type=file]');
  await field.uploadFile(join(folder, 'huge.txt'));
  await reader.sees('Reading huge.txt', '.intake');
  await reader.clicks('.intake button', 'Stop');
  await reader.seesNo('.intake');
  await reader.searches('dutch');
  await reader.seesA('.result');
});

const offline = { down: false };
const fault = () => (offline.down ? (request) => request.socket.destroy() : undefined);

journey('without a network the failure is told; once used, it works without one', { fault, expects: /./ }, async (reader) => {
  offline.down = false;
  await reader.opens();
  await isKept(reader);
  await reader.opens();
  offline.down = true;
  await reader.clicks('.tool', 'Open your own documents');
  await picks(reader, 'letter.txt');
  await reader.sees('See that you are connected', '.intake');
  offline.down = false;
  await picks(reader, 'letter.txt');
  await reader.sees('1 document of yours', '.own');
  offline.down = true;
  await reader.opens();
  await opens(reader, 'notes.md');
  await reader.sees('1 document of yours', '.own');
});

journey('one file says that it cannot, and where it can be done', async (reader) => {
  await reader.page.goto(pathToFileURL(join(DIST, 'dossier.html')).href, { waitUntil: 'load' });
  await reader.settles();
  await reader.clicks('.tool', 'Open your own documents');
  await picks(reader, 'letter.txt');
  await reader.sees('Open the dossier where it is published', '.intake');
});

// As `cargo xtask build --with-recogniser` writes it.
const withRecogniser = () => {
  const files = readdirSync(DIST);
  const read = (end) => readFileSync(join(DIST, files.find((file) => file.startsWith('recogniser-') && file.endsWith(end))));
  const held = (id, contents) => `<script id="${id}" type="text/plain">${contents}</script>`;
  const parts = [
    held('recogniser', read('.js')),
    held('recogniser-program', read('.wasm').toString('base64')),
    held('recogniser-model', read('.tagger').toString('base64')),
  ];
  const page = readFileSync(join(DIST, 'dossier.html'), 'utf8');
  const end = page.lastIndexOf('<script>');
  const file = join(folder, 'dossier.html');
  writeFileSync(file, page.slice(0, end) + parts.join('') + page.slice(end));
  return pathToFileURL(file).href;
};

journey('one file that was made with the recogniser opens them from a disk', async (reader) => {
  await reader.page.goto(withRecogniser(), { waitUntil: 'load' });
  await reader.settles();
  await opens(reader, 'letter.txt', 'notes.md');
  await reader.sees('2 documents of yours', '.own');
  await reader.clicks('.entry-title a', 'A Letter from Bath');
  await reader.sees('Ada Lovelace wrote', 'article');
});
