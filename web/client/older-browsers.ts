// What the engine uses of the language's library and a phone of 2016 lacks: its last browser is Chrome 106.

type Compare = (a: unknown, b: unknown) => number;

const arrays: Record<string, (this: unknown[], compare?: Compare) => unknown[]> = {
  toReversed() {
    return this.slice().reverse();
  },
  toSorted(compare) {
    return this.slice().sort(compare);
  },
};

for (const [name, value] of Object.entries(arrays)) {
  if (!(name in Array.prototype)) {
    Object.defineProperty(Array.prototype, name, { value, writable: true, configurable: true });
  }
}
