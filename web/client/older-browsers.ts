// What the engine uses of the language's library and a phone of 2016 may lack: its last browser is Chrome of 2021 to 2023.

type Shims = { [name: string]: (this: unknown[], ...given: never[]) => unknown };

const arrays: Shims = {
  at(index: number) {
    return this[index < 0 ? this.length + index : index];
  },
  toReversed() {
    return this.slice().reverse();
  },
  toSorted(compare?: (a: unknown, b: unknown) => number) {
    return this.slice().sort(compare);
  },
};

for (const [name, value] of Object.entries(arrays)) {
  if (!(name in Array.prototype))
    Object.defineProperty(Array.prototype, name, { value, writable: true, configurable: true });
}
Object.hasOwn ??= (object: object, key: PropertyKey) => Object.hasOwn(object, key);
