/** The path of the script by which pages use passkeys, its hash in its name; null where pages are rendered without having been built. */
export const passkeyScript: string | null = import.meta.env.PASSKEY_SCRIPT ?? null;
