/** What can be wrong with what an authenticator or a browser says. */
export type PasskeyFaultCode =
  | 'shape'
  | 'type'
  | 'challenge'
  | 'origin'
  | 'cross_origin'
  | 'relying_party'
  | 'presence'
  | 'verification'
  | 'backup'
  | 'algorithm'
  | 'key'
  | 'credential'
  | 'person'
  | 'counter'
  | 'signature';

/** Why a passkey was refused. For tests and ourselves: people get one sentence, whatever it was. */
export class PasskeyFault extends Error {
  override readonly name = 'PasskeyFault';
  readonly code: PasskeyFaultCode;

  constructor(code: PasskeyFaultCode) {
    super(code);
    this.code = code;
  }
}

/** Throws the fault unless what has to hold does. */
export function must(holds: boolean, code: PasskeyFaultCode): asserts holds {
  if (!holds) throw new PasskeyFault(code);
}
