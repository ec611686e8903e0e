// Starts the two real browsers, each with an empty profile, and as near to a reader's as can be:
// what their drivers relax for the ease of tests is set back where a journey could notice.
import puppeteer from 'puppeteer-core';

export const BROWSERS = ['Chromium', 'Firefox'];

// A browser's first start on a machine reads all of it from disk, beside whatever else is busy.
const STARTS_WITHIN_MS = 150_000;

// `flags` are more of Chromium's own.
export function launch(name, elsewhere, flags = []) {
  return name === 'Chromium' ? launchChromium(elsewhere, flags) : launchFirefox(elsewhere);
}

// None of puppeteer's usual flags: one of them lifts the limit on changes of the address.
function launchChromium(elsewhere, flags) {
  return puppeteer.launch({
    browser: 'chrome',
    timeout: STARTS_WITHIN_MS,
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    ignoreDefaultArgs: true,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-extensions',
      '--no-first-run',
      '--no-default-browser-check',
      '--force-color-profile=srgb',
      '--font-render-hinting=none',
      '--lang=en-GB',
      `--proxy-server=127.0.0.1:${elsewhere.port}`,
      ...flags,
      'about:blank',
    ],
  });
}

function launchFirefox(elsewhere) {
  return puppeteer.launch({
    browser: 'firefox',
    timeout: STARTS_WITHIN_MS,
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    headless: true,
    extraPrefsFirefox: {
      'security.fileuri.strict_origin_policy': true,
      'network.cookie.sameSite.laxByDefault': true,
      'intl.accept_languages': 'en-GB',
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': elsewhere.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': elsewhere.port,
      'network.proxy.no_proxies_on': '127.0.0.1, localhost',
    },
  });
}
