/** The path of the fill page's script, its hash in its name; null where the pages are rendered without having been built. */
export const fillScript: string | null = import.meta.env.FILL_SCRIPT ?? null;
