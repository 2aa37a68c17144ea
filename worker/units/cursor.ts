/** Where a page ended, as an opaque word: the two values that the list is ordered by. */
export type Position = [order: string, id: string];

export const cursorOf = (position: Position): string => Buffer.from(JSON.stringify(position)).toString('base64url');

/** The position that a cursor holds; null for what is no cursor of ours. */
export function positionOf(cursor: string): Position | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const isPosition = Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
    return isPosition ? (value as Position) : null;
  } catch {
    return null;
  }
}
