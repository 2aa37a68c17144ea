import type { vi } from './text-vi.ts';

/** What can be recorded as having been done. An act without words for people does not compile: add them to text-vi.ts and text-en.ts. */
export type Act = keyof typeof vi.acts;
