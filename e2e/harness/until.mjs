// Waits for something to become true, asking again and again.
const PATIENCE_MS = Number(process.env.PATIENCE_MS ?? 20_000);
const PAUSE_MS = 50;

// Returns the first truthy answer; says what it waited for if none comes.
export async function until(awaited, ask) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`waited in vain: ${awaited}`);
    await new Promise((passed) => setTimeout(passed, PAUSE_MS));
  }
}
