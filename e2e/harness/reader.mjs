// Somebody who reads the page: what they see and what they do, in their words.
import assert from 'node:assert/strict';
import { until } from './until.mjs';

export class Reader {
  constructor(page, site, browser) {
    this.page = page;
    this.site = site;
    this.browser = browser;
  }

  // Opens an address of the edition, as `?q=hacker`, and waits until the page has settled.
  async opens(address = '') {
    await this.page.goto(this.site.address + address, { waitUntil: 'load' });
    await this.settles();
  }

  // Nothing is on its way any more: the app has taken the page's place, no skeletons, and the list
  // answers the filters shown.
  async settles() {
    // What was just done is on the page before anyone asks what it led to.
    await this.page.evaluate(() => new Promise((drawn) => setTimeout(drawn, 30)));
    await until('the page settles', () =>
      this.page.evaluate(
        () =>
          document.querySelector('#fault:not([hidden])') !== null ||
          (document.querySelector('#main h1, #main h2') !== null &&
            document.querySelector('[data-served], .skeleton, [aria-busy="true"]') === null),
      ),
    );
  }

  // The part of the address that says what is shown: what follows the edition's root.
  async address() {
    const root = new URL(this.site.address).pathname;
    return this.page.evaluate((r) => location.pathname.slice(r.length) + location.search + location.hash, root);
  }

  async addressBecomes(pattern) {
    await until(`the address becomes ${pattern}`, async () => pattern.test(await this.address()));
  }

  // The text of the page, or of one part of it, as it is laid out.
  async text(selector = 'body') {
    return this.page.evaluate((s) => document.querySelector(s)?.innerText ?? '', selector);
  }

  async texts(selector) {
    return this.page.evaluate(
      (s) => [...document.querySelectorAll(s)].map((element) => element.innerText.trim()),
      selector,
    );
  }

  async count(selector) {
    return this.page.evaluate((s) => document.querySelectorAll(s).length, selector);
  }

  async sees(words, selector = 'body') {
    await until(`“${words}” in ${selector}`, async () => (await this.text(selector)).includes(words));
  }

  async seesNo(selector) {
    await until(`no ${selector}`, async () => (await this.count(selector)) === 0);
  }

  async seesA(selector) {
    await until(`a ${selector}`, async () => (await this.count(selector)) > 0);
  }

  async seesSoMany(number, selector) {
    await until(`${number} ${selector}`, async () => (await this.count(selector)) === number);
  }

  // The first element that a selector finds, and that has these words if any are given.
  async element(selector, words) {
    const handle = await until(`${selector} ${words ? `with “${words}”` : ''}`, async () => {
      const found = await this.page.evaluateHandle(
        (s, w) =>
          [...document.querySelectorAll(s)].find(
            (element) =>
              element.checkVisibility() &&
              (!w || element.innerText.includes(w) || element.getAttribute('aria-label') === w),
          ) ?? null,
        selector,
        words ?? null,
      );
      return found.asElement();
    });
    return handle;
  }

  async clicks(selector, words) {
    const element = await this.element(selector, words);
    await element.evaluate(scrollIntoSight);
    await element.click();
    await this.settles();
  }

  async presses(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
    await this.settles();
  }

  async types(text) {
    await this.page.keyboard.type(text);
    await this.settles();
  }

  async searches(text) {
    await this.clicks('#search');
    await this.page.keyboard.type(text);
    await this.settles();
  }

  async goesBack() {
    await this.page.evaluate(() => history.back());
    await this.settles();
  }

  async goesForward() {
    await this.page.evaluate(() => history.forward());
    await this.settles();
  }

  // What has the focus: its name for those who hear the page, and where it is.
  async focused() {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      const tag = element.tagName.toLowerCase();
      return {
        tag,
        id: element.id,
        words: (element.getAttribute('aria-label') ?? element.innerText ?? '').trim(),
        visible: element.checkVisibility(),
      };
    });
  }

  async hasViewport(width, height = 900) {
    await this.page.setViewport({ width, height });
  }

  async prefers(scheme) {
    await this.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  }

  // The page says nothing that would move anybody sideways.
  async needsNoSidewaysScrolling() {
    const [wide, window] = await this.page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    assert.ok(wide <= window, `the page is ${wide} px wide in a window of ${window}`);
  }
}

// Scrolls as a reader would if something lies outside the window, or under what stays in place.
function scrollIntoSight(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  const there = document.elementFromPoint(left + width / 2, top + height / 2);
  if (!element.contains(there)) element.scrollIntoView({ block: 'center', behavior: 'instant' });
}
