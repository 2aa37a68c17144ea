import { en } from './text-en.ts';
import { vi } from './text-vi.ts';

export type LogText = typeof vi;

export const logText = { vi, en };
