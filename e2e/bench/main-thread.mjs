// What something costs the main thread of a page in Chromium: milliseconds of processor time, from
// the act to the second frame after what was awaited is there. Waiting costs nothing, and what
// workers do is not in it.

// Measures one page. `act` and `isThere`, which is asked after every frame, run in the page with
// `argument`.
export async function costs(page) {
  const client = await page.createCDPSession();
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  return async (act, isThere, argument) => {
    const before = await spent();
    // As text: the page itself forbids to make functions of it, whoever drives the browser may.
    await page.evaluate(`(${inPage})(${act}, ${isThere}, ${JSON.stringify(argument)})`);
    return (await spent()) - before;
  };
}

async function inPage(act, isThere, argument) {
  const nextFrame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  act(argument);
  do await nextFrame();
  while (!isThere(argument));
  await nextFrame();
}

// The number that so much of them does not exceed.
export function quantile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.round((sorted.length - 1) * share)];
}
