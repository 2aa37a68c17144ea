import { unitName } from '../../ui/unit-title.ts';
import { printTextOf } from './text.ts';
import type { PrintView } from './view.ts';

/** Room to sign and to seal: who wrote it, and who answers for it. */
export function Signatures({ view }: { view: PrintView }) {
  const text = printTextOf(view.language);
  return (
    <footer class="signatures">
      <div>
        <p class="strong">{text.preparedBy}</p>
        <p class="how">{text.signed}</p>
      </div>
      <div>
        {view.canSubmit ? (
          <>
            <p class="strong">{text.onBehalf}</p>
            <p class="strong">{text.chairman}</p>
          </>
        ) : (
          <p class="strong">{text.confirmedBy(unitName(view.commune))}</p>
        )}
        <p class="how">{text.sealed}</p>
      </div>
    </footer>
  );
}
