import type * as v from 'valibot';
import { recognitionStates } from '../recognition/state.ts';
import type { RecognitionWire } from '../recognition/wire.ts';
import { csvOf } from './csv.ts';

type File = v.InferInput<typeof RecognitionWire>;

/** The province's list of recognitions as CSV: one line a file, and for each kind of step its last decision. */
export function recognitionCsv(files: File[]): string {
  const header = [
    ...['unit_id', 'unit_code', 'unit_kind', 'unit_name', 'unit_stands', 'state', 'since', 'in_force'],
    ...['basis_round_id', 'basis_ready', 'basis_verified', 'basis_changed'],
    ...recognitionStates.flatMap((step) => [`${step}_number`, `${step}_date`, `${step}_office`]),
  ];
  const lines = files.map(({ unit, state, since, inForce, basis, steps }) => [
    ...[unit.id, unit.code, unit.kindLabel, unit.name, String(unit.stands), state, since, String(inForce)],
    ...[basis.roundId, basis.ready === null ? 'undetermined' : String(basis.ready)],
    ...[String(basis.verified), String(basis.changed)],
    ...recognitionStates.flatMap((wanted) => {
      const last = steps.findLast(({ step }) => step === wanted);
      return [last?.decisionNumber, last?.decisionDate, last?.office];
    }),
  ]);
  return csvOf(header, lines);
}
