/** Something that is worked out from others, by name. */
export interface Dependent {
  name: string;
  reads: readonly string[];
}

/**
 * Every name after those it reads, otherwise in the order given; and the cycles met on the way, as the names along each. Names
 * that nothing in the list stands for are passed over.
 */
export function dependencyOrder(all: readonly Dependent[]): { names: string[]; cycles: string[][] } {
  const reads = new Map(all.map((dependent) => [dependent.name, dependent.reads]));
  const done = new Set<string>();
  const names: string[] = [];
  const cycles: string[][] = [];
  for (const { name } of all) if (!done.has(name)) visit(name);
  return { names, cycles };

  /** Depth first with a stack of its own: a chain of a thousand questions must not end in a stack overflow. */
  function visit(root: string) {
    const stack = [{ name: root, next: 0 }];
    const onPath = new Set([root]);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const read = reads.get(top.name)?.[top.next++];
      if (read === undefined) {
        stack.pop();
        onPath.delete(top.name);
        done.add(top.name);
        names.push(top.name);
      } else if (onPath.has(read)) {
        const path = [...onPath];
        cycles.push(path.slice(path.indexOf(read)));
      } else if (reads.has(read) && !done.has(read)) {
        stack.push({ name: read, next: 0 });
        onPath.add(read);
      }
    }
  }
}
