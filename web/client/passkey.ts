/**
 * The script of the pages that make or use passkeys: it shows what the page keeps hidden without it, asks the device, and sends the
 * page's own form with the answer. Not part of the fill page's script.
 */

type Json = Record<string, unknown>;

const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

const toText = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

interface Described {
  type: 'public-key';
  id: string;
}

interface Options extends Json {
  challenge: string;
  user?: { id: string; name: string; displayName: string };
  excludeCredentials?: Described[];
}

// Older browsers have no `parseCreationOptionsFromJSON`.
function parsed(options: Options): Json {
  const { challenge, user, excludeCredentials } = options;
  return {
    ...options,
    challenge: toBytes(challenge),
    ...(user ? { user: { ...user, id: toBytes(user.id) } } : {}),
    ...(excludeCredentials
      ? { excludeCredentials: excludeCredentials.map((one) => ({ ...one, id: toBytes(one.id) })) }
      : {}),
  };
}

const PARTS = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];

function written({ id, type, response }: PublicKeyCredential): string {
  const said = response as unknown as Record<string, ArrayBuffer | null | undefined>;
  const parts = PARTS.flatMap((name) => (said[name] ? [[name, toText(said[name])]] : []));
  const transports = (response as AuthenticatorAttestationResponse).getTransports?.() ?? [];
  return JSON.stringify({ id, type, response: { ...Object.fromEntries(parts), transports } });
}

async function ask(form: HTMLFormElement): Promise<void> {
  const asked = await fetch(form.dataset.options!, { method: 'POST', redirect: 'manual' });
  // Refused: the form itself will be told why, on a page.
  if (asked.type === 'opaqueredirect' || !asked.ok) return form.submit();
  const publicKey = parsed(await asked.json()) as never;
  const made =
    form.dataset.passkey === 'make'
      ? await navigator.credentials.create({ publicKey })
      : await navigator.credentials.get({ publicKey });
  form.querySelector<HTMLInputElement>('[name=credential]')!.value = written(made as PublicKeyCredential);
  form.submit();
}

function offer(form: HTMLFormElement): void {
  const button = form.querySelector('button')!;
  const status = form.querySelector('[role=status]')!;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    button.disabled = true;
    status.textContent = '';
    ask(form).catch(() => {
      // Called off, timed out, or nothing fitting on this device: browsers do not tell which.
      button.disabled = false;
      status.textContent = form.dataset.failed!;
    });
  });
}

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) offer(form);
  for (const hint of document.querySelectorAll<HTMLElement>('[data-without-passkeys]')) hint.hidden = true;
}
