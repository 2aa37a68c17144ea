import type { CriterionResult, CriterionStatus } from '../../forms/index.ts';

/** What a sign can say: a criterion's status, and "nothing arose" for a criterion that is met because nothing was to be done. */
export type SignKind = CriterionStatus | 'nothing';

const glyphs: Record<SignKind, string> = {
  met: '✓',
  not_met: '✕',
  undetermined: '?',
  nothing: '–',
  not_applicable: '–',
};

const words: Record<'vi' | 'en', Record<SignKind, string>> = {
  vi: {
    met: 'Đạt',
    not_met: 'Chưa đạt',
    undetermined: 'Chưa xác định',
    nothing: 'Không phát sinh',
    not_applicable: 'Không áp dụng',
  },
  en: {
    met: 'Met',
    not_met: 'Not met',
    undetermined: 'Undetermined',
    nothing: 'Nothing arose',
    not_applicable: 'Not applicable',
  },
};

/** The sign of one criterion's result. */
export function signOf(result: CriterionResult): SignKind {
  return result.status === 'met' && result.reason === 'vacuous' ? 'nothing' : result.status;
}

export function signWord(kind: SignKind, language: 'vi' | 'en'): string {
  return words[language][kind];
}

interface StatusSignProps {
  kind: SignKind;
  language: 'vi' | 'en';
  /** Other words for the same sign: a verdict is "sẵn sàng" where a criterion is "đạt". */
  word?: string;
  /** In a dense table the word is kept for screen readers only. */
  wordHidden?: boolean;
}

/** Colour and sign for the eye, always with a word for everybody. */
export function StatusSign({ kind, language, word = signWord(kind, language), wordHidden = false }: StatusSignProps) {
  return (
    <span class={`status ${kind}`}>
      <span class="status-glyph" aria-hidden="true">
        {glyphs[kind]}
      </span>
      <span class={wordHidden ? 'visually-hidden' : 'status-word'}>{word}</span>
    </span>
  );
}
