// What the benches print: sections that `cargo xtask bench` puts into `docs/performance.md`.

export function section(name, inside) {
  return `\n<!-- measured: ${name} -->\n${inside}\n<!-- end -->`;
}

// Milliseconds with as many digits as mean something.
export function digits(number) {
  return number >= 10 ? number.toFixed(0) : number >= 1 ? number.toFixed(1) : number.toFixed(3);
}
