import type { Expr } from '../ast.ts';
import { type DigestAlgorithm, type DigestEncoding, digestAlgorithms, digestEncodings } from '../form/scope.ts';
import { toNumber, toText } from '../form/value.ts';
import { faults } from '../messages.ts';
import type { ArgumentFault, FunctionEntry } from './entry.ts';

/** More characters than any key needs. */
const MAX_LENGTH = 1000;

/** Functions that tell one thing from another. */
export const identityFunctions: FunctionEntry[] = [
  {
    name: 'uuid',
    doc: 'A new random identifier: a UUID, or so many random characters. Put it in once() so that it stays the same.',
    parameters: { required: [], optional: ['number'] },
    argumentNames: ['length'],
    deviation: 'So many characters are hexadecimal digits, from 1 to 1,000; any other length gives blank text.',
    returns: 'string',
    form: ([length]) => {
      return (scope) => {
        const fresh = () => scope.uuid?.() ?? '';
        return length ? characters(Math.trunc(toNumber(length(scope))), fresh) : fresh();
      };
    },
  },
  {
    name: 'digest',
    doc: 'The hash of a text by MD5, SHA-1, SHA-256, SHA-384 or SHA-512, in base64 unless the encoding is hex.',
    parameters: { required: ['any', 'string'], optional: ['string'] },
    argumentNames: ['text', 'algorithm', 'encoding'],
    deviation: 'An algorithm or encoding that does not exist gives blank text instead of stopping the form.',
    returns: 'string',
    check: ([, algorithm, encoding]) => [
      ...unknownLiteral(algorithm, digestAlgorithms),
      ...unknownLiteral(encoding, digestEncodings),
    ],
    form: ([text, algorithm, encoding]) => {
      return (scope) => {
        const by = toText(algorithm!(scope)) as DigestAlgorithm;
        const as = (encoding ? toText(encoding(scope)) : 'base64') as DigestEncoding;
        if (!digestAlgorithms.includes(by) || !digestEncodings.includes(as)) return '';
        return scope.digest?.(toText(text!(scope)), by, as) ?? '';
      };
    },
  },
  {
    name: 'position',
    doc: 'The place of the village among those of the round, from 1 on: position(..). Blank for the commune.',
    parameters: { required: [], optional: ['any'] },
    argumentNames: ['..'],
    deviation: 'Takes no argument but .., because villages are all that a form repeats.',
    returns: 'number',
    check: ([node]) =>
      node && node.kind !== 'parent' ? [{ fault: faults.positionArgument(), range: node.range }] : [],
    form: () => (scope) => scope.position ?? '',
  },
];

/** A UUID has 32 digits, of which a few are the same in all. */
function characters(length: number, uuid: () => string): string {
  if (!(length >= 1 && length <= MAX_LENGTH)) return '';
  const uuids = Array.from({ length: Math.ceil(length / 32) }, () => uuid().replaceAll('-', ''));
  return uuids.join('').slice(0, length);
}

function unknownLiteral(arg: Expr | undefined, known: readonly string[]): ArgumentFault[] {
  if (arg?.kind !== 'string' || known.includes(arg.value)) return [];
  return [{ fault: faults.digestUnsupported(arg.value, known), range: arg.range }];
}
