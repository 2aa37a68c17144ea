import type { Context } from 'hono';
import { workerTextOf } from '../../web/fill/worker-text.ts';
import { enter } from '../console/enter.ts';
import type { App } from '../env.ts';
import { languageFor } from '../fill/language.ts';
import type { Opened } from '../fill/views.ts';
import { versionById } from '../forms/store.ts';
import { Problem } from '../http/problem.ts';
import { assessFile } from '../submissions/assess.ts';
import { previewFile } from './preview-file.ts';
import { packState, type TypedState, unpackState } from './typed-state.ts';

export interface OpenedPreview extends Opened {
  state: TypedState;
  /** The same form with something else typed into it; a `Problem` when that has become too long for an address. */
  having(state: TypedState): Promise<OpenedPreview>;
}

/**
 * Opens a form version, published or not, for who may read it, as if by a commune's link. Everything typed so far is in the path:
 * it is read from there and written into the next one.
 */
export async function openPreview(c: Context<App>): Promise<OpenedPreview> {
  const { code, versionId, state } = c.req.param() as Record<'code' | 'versionId' | 'state', string>;
  const { tenant } = await enter(c, code, 'form.read');
  const version = await versionById(tenant.db, versionId).get();
  if (!version) throw new Problem('form_unknown');
  c.set('definition', version.document);
  const typed = await unpackState(state);
  if (!typed) throw new Problem('not_found');

  const now = new Date().toISOString();
  const language = languageFor(c, version.document);
  const start = `/console/${code}/forms/versions/${versionId}/xem-thu`;
  const having = async (state: TypedState): Promise<OpenedPreview> => {
    const packed = await packState(state);
    if (packed === null) throw new Problem('preview_full');
    const file = previewFile(version, state, { now, roundName: workerTextOf(language).preview.round });
    return {
      ...{ file, assessments: assessFile(file, now), comments: [], base: `${start}/${packed}`, language },
      ...{ nonce: c.get('nonce'), now, preview: { start, leave: `/console/${code}` }, state, having },
    };
  };
  return having(typed);
}
