import { v7 } from 'uuid';

/** A new identity, made before the write so that a write is one batch. UUIDv7: later ids sort after earlier ones. */
export const newId = (): string => v7();
