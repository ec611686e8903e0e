// Numbers that look thrown and are always the same (Park and Miller's minimal standard).
export function thrower(seed) {
  let state = seed;
  return (sides) => {
    state = (state * 48271) % 2147483647;
    return state % Math.max(sides, 1);
  };
}
