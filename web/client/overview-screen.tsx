import { OverviewContent } from '../fill/overview-content.tsx';
import { textOf } from '../fill/text.ts';
import { unitName } from '../ui/unit-title.ts';
import type { LinkSession } from './link-session.ts';
import { Stopped } from './live-parts.tsx';
import { unsaved } from './sync/unit-sync.ts';
import { type LiveFile, overviewViewOf, pageLanguage } from './views.ts';

/** The list of villages as this browser knows it, and what waits to be sent. */
export class OverviewScreen {
  readonly #session: LinkSession;
  /** What became of a file that was taken answers from, or of a press on a button. */
  #said = '';

  constructor(session: LinkSession) {
    this.#session = session;
  }

  render(live: LiveFile) {
    const text = textOf(pageLanguage()).live;
    const { saving, unsent } = this.#session;
    return (
      <>
        <OverviewContent view={overviewViewOf(this.#session, live)} />
        <section class="unsent" aria-live="polite">
          {saving.kind === 'stopped' && (
            <Stopped session={this.#session} title={saving.title} language={pageLanguage()} />
          )}
          {saving.kind !== 'stopped' && unsent > 0 && (
            <p>
              {text.unsent(unsent, this.#unsentUnits(live))}.{' '}
              {saving.kind === 'offline' ? text.offline : this.#session.isSending && text.saving}
            </p>
          )}
          {this.#said && <p>{this.#said}</p>}
        </section>
        {live.file.editable && (
          <details class="not-printed">
            <summary>{text.importUnsent}</summary>
            <input type="file" accept="application/json,.json" aria-label={text.importUnsent} />
          </details>
        )}
      </>
    );
  }

  /** The names of the units whose answers are not all sent. */
  #unsentUnits({ file }: LiveFile): string {
    const names = file.units.filter(({ id }) => {
      const record = this.#session.units.get(id);
      return record && Object.keys(unsaved(record)).length > 0;
    });
    return names.map(unitName).join(', ');
  }

  async take(file: File): Promise<void> {
    const text = textOf(pageLanguage()).live;
    const taken = await this.#session.takeUnsentFile(await file.text());
    this.#said = typeof taken === 'number' ? text.imported(taken) : text.notImported[taken];
    this.#session.onChange();
  }

  /** Nothing is handed in that the server does not have: sends what waits, and says whether all of it is there. */
  async sendAll(): Promise<boolean> {
    await this.#session.flush();
    const isSent = this.#session.unsent === 0;
    this.#said = isSent ? '' : textOf(pageLanguage()).live.sendBefore;
    this.#session.onChange();
    return isSent;
  }
}
