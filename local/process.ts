/** Where to listen: HOST and PORT of the environment. Ends the process when PORT is not a port. */
export function addressFromEnvironment(defaultPort: number): { host: string; port: number } {
  const { HOST: host = '127.0.0.1', PORT: text = String(defaultPort) } = process.env;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) stopWith(`PORT must be a number from 0 to 65535, not "${text}".`);
  return { host, port };
}

/** Where a service that listens there answers on this machine, without a closing slash. */
export function urlOn(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** Ends the process with one sentence when its address cannot be had; any other error is thrown on. */
export function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): never {
  const reasons: Record<string, string> = {
    EADDRINUSE: 'is in use by another program; choose another with PORT',
    EACCES: 'needs rights that this user does not have; choose another with PORT',
    EADDRNOTAVAIL: 'cannot be had: the host is not an address of this machine; choose another with HOST',
  };
  const reason = reasons[error.code ?? ''];
  if (!reason) throw error;
  return stopWith(`Port ${port} of ${host} ${reason}.`);
}

/**
 * Closes cleanly when the process is asked to stop, however often it is asked. To be called after the runtime has
 * started: Miniflare has listeners of its own for these signals, which would end the process before anything is closed.
 */
export function onStop(stop: () => void | Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.removeAllListeners(signal);
    process.on(signal, async () => {
      if (stopping) return;
      stopping = true;
      await stop();
      process.exit(0);
    });
  }
}

function stopWith(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
