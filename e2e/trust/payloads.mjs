// Texts that would run, load or break something if any of them ever became markup.
import { existsSync, readFileSync } from 'node:fs';

const SHARED = new URL('../../../shared/data/hostile/', import.meta.url);

// Ours. Each calls `owned()` if it runs, or asks `evil.example` for something if it loads.
export const OWN = [
  '<script>owned()</script>',
  '<script src="https://evil.example/a.js"></script>',
  '</script><script>owned()</script>',
  '</style><img src=x onerror=owned()>',
  '</title><svg onload=owned()>',
  '<img src="https://evil.example/beacon.gif" onload="owned()">',
  '<iframe srcdoc="<script>parent.owned()</script>"></iframe>',
  '<a href="javascript:owned()">Click here</a>',
  '<form action="https://evil.example/"><input autofocus onfocus=owned()></form>',
  '<link rel="stylesheet" href="https://evil.example/a.css">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<base href="https://evil.example/">',
  '<style>@import "https://evil.example/b.css"; body { background: url(https://evil.example/c.png) }</style>',
  '<details open ontoggle=owned()><summary>More</summary></details>',
  '<math><mtext></p><style><!--</style><img src=x onerror=owned()>',
  '"><body onload=owned()>',
  "'-owned()-'",
  '${owned()} {{owned()}} <%= owned() %>',
  'javascript:owned() data:text/html,<script>owned()</script>',
  '<template><slot></template><dialog open>Sign in again to read on</dialog>',
  '\u202e<tpircs>()denwo</tpircs>\u202c and \u2066isolated\u2069 \u200bunseen\u200b',
  '<!-- --!><script>owned()</script> -->',
  '<![CDATA[<script>owned()</script>]]>',
  '<mark id="mention-0-0" data-entity="owned" class="mention">Ada Lovelace</mark>',
];

// Some 170 KB of names: long enough that no page draws it whole.
export const LONG_TEXT = [
  'A Long Text',
  ...Array.from(
    { length: 1500 },
    (_, at) => `Note ${at + 1}: Ada Lovelace wrote to Charles Babbage in London about engine number ${at + 1}, and waited for an answer.`,
  ),
].join('\n\n');

// Those of others, where they lie beside the project; strings that are no text are not seeds.
export function foreign() {
  if (!existsSync(SHARED)) return [];
  const list = (path) => JSON.parse(readFileSync(new URL(path, SHARED), 'utf8'));
  const payloads = list('dompurify/expect.json').map(({ payload }) => payload);
  return [...payloads, ...list('blns/blns.json')].filter((text) => text.trim() && !text.includes('\0'));
}
