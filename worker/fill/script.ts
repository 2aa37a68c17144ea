/** The path of the fill page's script, its hash in its name; null where the pages are rendered without having been built. */
export const fillScript: string | null = import.meta.env.FILL_SCRIPT ?? null;

/** The script of the pages that close a link on a machine (web/client/close-link.ts), likewise. */
export const closeScript: string | null = import.meta.env.CLOSE_SCRIPT ?? null;
