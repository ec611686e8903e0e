// A browser's remark on a hint it does not use, not on the page.
const REMARKS = /The `integrity` attribute is currently ignored for preload destinations/;

// What must not happen on any journey, unless the journey is about it: errors of scripts, errors
// and warnings on the console, files that do not come, dialogs.
export function watchFaults(page) {
  const faults = [];
  page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warn', 'assert'].includes(message.type()) && !REMARKS.test(message.text())) {
      faults.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  page.on('requestfailed', (request) => {
    // A navigation that another one overtakes, and a page that closes, fail nobody.
    const why = request.failure()?.errorText ?? '';
    if (!/ABORTED|NS_BINDING_ABORTED|NS_ERROR_ABORT/.test(why)) faults.push(`no answer: ${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  return faults;
}
