import type { Site } from '../../local/demo/site.ts';
import { rowsOf } from './database.ts';
import { baseOf } from './links.ts';
import { type Service, startService } from './service.ts';
import { prepareSurvey, type Survey } from './survey.ts';

const ROUNDS = '/provinces/12/rounds';

/** Why something out of the ordinary is done, where the API wants to be told. */
export const reason = 'Theo đề nghị của UBND xã';

export const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string }).code];

/** An open round with its commune's link, as its designer and a clerk see it. */
export interface OpenRound extends Survey {
  /** A path of the API below the round; its own without `rest`. */
  path(rest?: string): string;
  /** The fill page of a village's section. */
  section(name: string, village?: number): string;
  /** Saves a village's first section over the revision given. */
  save(population: string, revision: number, village?: number): Promise<Response>;
  close(): Promise<unknown>;
  /** The rows of the round and of its commune's file as they are stored. */
  stored(table: 'rounds' | 'submissions'): Promise<Record<string, unknown>>;
}

export interface OpenRounds {
  service: Service;
  designer: Site;
  clerk: Site;
  formVersionId: string;
  /** Opens a round of its own for a test; units and form are shared. */
  open(settings?: object): Promise<OpenRound>;
  /** Has something happen just before the first write that matches reaches the database. */
  before(write: RegExp, act: () => Promise<unknown>): void;
}

/** A service with a province that is prepared for rounds. */
export async function startOpenRounds(): Promise<OpenRounds> {
  let interruption: { write: RegExp; act: () => Promise<unknown> } | null = null;
  const service = await startService({
    async onPipeline({ statements }) {
      const current = interruption;
      if (!current || !statements.some((sql) => current.write.test(sql))) return;
      interruption = null;
      await current.act();
    },
  });
  const designer = await service.as('designer');
  const clerk = service.stranger;
  const first = await prepareSurvey(designer);
  const { formVersionId } = await designer.api<{ formVersionId: string }>('GET', `${ROUNDS}/${first.roundId}`);

  async function open(settings: object = {}): Promise<OpenRound> {
    const command = { name: 'Kỳ thử', kind: 'annual', formVersionId, ...settings };
    const { id: roundId } = await designer.api<{ id: string }>('POST', ROUNDS, command);
    const path = (rest = '') => `${ROUNDS}/${roundId}${rest && `/${rest}`}`;
    await designer.api('POST', path('open'));
    const wanted = { unitIds: [first.commune.id] };
    const { items } = await designer.api<{ items: { id: string; url: string }[] }>('POST', path('links'), wanted);
    const base = baseOf(items[0]!);
    const section = (name: string, village = 0) => `${base}/${first.villages[village]!.id}/${name}`;
    return {
      ...first,
      ...{ roundId, base, linkId: items[0]!.id, path, section },
      save: (population, revision, village) =>
        clerk.post(section('residents', village), { population, households_total: '2', ':revision': String(revision) }),
      close: () => designer.api('POST', path('close')),
      async stored(table) {
        const key = table === 'rounds' ? 'id' : 'round_id';
        return (await rowsOf(service, `SELECT * FROM ${table} WHERE ${key} = ?`, [roundId]))[0]!;
      },
    };
  }

  return {
    ...{ service, designer, clerk, formVersionId, open },
    before(write, act) {
      interruption = { write, act };
    },
  };
}
