// Queries that are out to harm, on the open engine of a page: how long the answer takes that a
// reader sees, with counts, snippets and complaints, and how long suggestions take.
import { readFileSync } from 'node:fs';
import { digits } from './tables.mjs';

const QUERIES = {
  '10,000 opening parentheses': ['('.repeat(10_000)],
  '10,000 closing parentheses': [')'.repeat(10_000)],
  'only operators, 10,000 of each': ['AND ', 'OR ', 'NOT ', '-', '+', '"', '~', '*', ':', '[', '-('].map((sign) => sign.repeat(10_000)),
  '100,000 characters of one word': ['a'.repeat(100_000)],
  '100,000 characters of words': ['public debt '.repeat(8334)],
  '100,000 characters of words with two slips and any ending': ['public~2 OR con* '.repeat(5883)],
  '100,000 characters of phrases': ['"the public" '.repeat(7693), '"public the"~30 '.repeat(6250)],
};

export async function hostile(page, naughty) {
  const queries = { ...QUERIES };
  if (naughty) {
    const strings = JSON.parse(readFileSync(naughty, 'utf8'));
    queries[`each of ${strings.length} naughty strings`] = strings;
  }
  await page.evaluate(() => libraries.Dossier.build());
  const lines = ['| typed | longest answer | with a complaint | longest suggestion |', '|---|---|---|---|'];
  for (const [name, typed] of Object.entries(queries)) {
    const told = await page.evaluate(ask, typed);
    const most = (part) => digits(Math.max(...told.map(part)));
    const complaints = told.filter(({ complaints: said }) => said > 0).length;
    lines.push(`| ${name} | ${most((one) => one.answer)} | ${complaints} of ${told.length} | ${most((one) => one.suggestions)} |`);
  }
  await page.close();
  return lines.join('\n');
}

// Runs in the page; the second of two runs is told, the first warms the program up.
function ask(typed) {
  const { opened } = libraries.Dossier;
  const took = (act) => {
    const start = performance.now();
    act();
    return performance.now() - start;
  };
  return typed.map((query) => {
    opened.survey(query);
    opened.suggestions(query);
    const answer = took(() => opened.survey(query));
    return { answer, suggestions: took(() => opened.suggestions(query)), complaints: opened.complaints(query) };
  });
}
