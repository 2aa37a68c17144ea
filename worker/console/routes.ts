import { type Context, Hono } from 'hono';
import type { FormDefinition, Scorecard } from '../../forms/index.ts';
import { communePage } from '../../web/console/commune.tsx';
import { provincesPage } from '../../web/console/provinces.tsx';
import { resultsPage } from '../../web/console/results.tsx';
import { roundsPage } from '../../web/console/rounds.tsx';
import type { CommuneView, ReadinessRow } from '../../web/console/view.ts';
import { provincesOf, somebody } from '../auth/staff.ts';
import { localDay } from '../db/local-time.ts';
import { disclosedScorecard, nothingWithheld } from '../disclosure/disclosed-scorecard.ts';
import { type Figures, figuresRead } from '../disclosure/figures.ts';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import { predecessorsOf, readinessList, readinessOf } from '../readiness/store.ts';
import type { ReadinessRow as StoredRow } from '../readiness/wire.ts';
import { selectFiles } from '../recognition/list-store.ts';
import { filesToWire } from '../recognition/wire.ts';
import { roundState } from '../rounds/state.ts';
import { roundById } from '../rounds/store.ts';
import { submissionState } from '../submissions/state.ts';
import { roundTargets } from '../targets/round-targets.ts';
import { targetQueries } from '../targets/store.ts';
import { enter, pageView } from './enter.ts';
import { roundOverviews, roundWithForm } from './store.ts';

const rowView = ({ unit, submission, scorecard }: StoredRow, figures: Figures): ReadinessRow => ({
  unitId: unit.unitId,
  name: unit.name,
  kindLabel: unit.kindLabel,
  code: unit.code,
  state: submissionState(submission),
  scorecard: disclosedScorecard(scorecard, { figures, withheld: nothingWithheld }),
});

/** How a page was asked to show counts, and where it shows them the other way. */
const figuresOf = (c: Context<App>): Figures => (c.req.query('figures') === 'exact' ? 'exact' : 'masked');

/** A commune's last file of recognition with the decision that made it what it is. */
function recognitionView(file: ReturnType<typeof filesToWire>[number] | undefined): CommuneView['recognition'] {
  const decision = file?.steps.at(-1);
  if (!file || !decision) return null;
  const { ready, verified, changed } = file.basis;
  const { decisionNumber, decisionDate } = decision;
  return { state: file.state, decisionNumber, decisionDate, basisHolds: ready === true && verified && !changed };
}

/** The form's words for the flags that a scorecard carries. */
const flagLabels = ({ classification }: FormDefinition, scorecard: Pick<Scorecard, 'class'>) =>
  (classification?.flags ?? []).flatMap(({ flag, label }) =>
    label && scorecard.class?.flags.includes(flag) ? [label] : [],
  );

export const consolePages = new Hono<App>()
  .get('/', async (c) => {
    const user = await somebody(c);
    const provinces = await provincesOf(c.env, user.id, c.get('requestId'));
    const view = pageView(c, user);
    if (provinces.length === 0 && view.user?.seesFleet) return c.redirect('/console/he-thong', 303);
    if (provinces.length === 1) return c.redirect(`/console/${provinces[0]!.code}`, 303);
    return c.html(provincesPage({ ...view, provinces }));
  })

  .get('/:code', async (c) => {
    const { user, tenant, may } = await enter(c, c.req.param('code'), 'round.read');
    const rows = await roundOverviews(tenant.db);
    const now = new Date().toISOString();
    const rounds = rows.map(({ document, archivedAt, ...row }) => ({
      ...row,
      state: roundState({ ...row, archivedAt }, now),
      formTitle: document.title.vi ?? document.id,
    }));
    const { code, name } = tenant;
    const settingsHref = may('setting.read') ? `/console/${code}/cai-dat` : null;
    const logHref = may('event.read') ? `/console/${code}/nhat-ky` : null;
    const keysHref = may('key.read') ? `/console/${code}/tich-hop` : null;
    const staffHref = may('staff.read') ? `/console/${code}/can-bo` : null;
    const province = { code, name };
    const hrefs = { settingsHref, logHref, keysHref, staffHref };
    return c.html(roundsPage({ ...pageView(c, user), province, ...hrefs, rounds }));
  })

  .get('/:code/rounds/:roundId', async (c) => {
    const { code, roundId } = c.req.param();
    const { user, tenant, may } = await enter(c, code, 'readiness.read');
    const { db } = tenant;
    const today = localDay(new Date().toISOString());
    const page = { limit: 500, after: null, updatedSince: null };
    const figures = figuresOf(c);
    const read = { figures, subject: `round:${roundId}` };
    const [[round], rows, ...counted] = await figuresRead(c, 'readiness.read', read, [
      roundById(db, roundId),
      readinessList(db, roundId, page, figures),
      ...targetQueries(db, roundId, today),
    ] as const);
    const found = roundTargets(counted, today);
    if (!round || !found) throw new Problem('round_unknown');
    return c.html(
      resultsPage({
        ...pageView(c, user),
        province: { code, name: tenant.name },
        round: { id: roundId, name: round.name, closesAt: round.closesAt },
        criteria: found.document.criteria,
        targets: found.targets,
        rows: rows.map((row) => rowView(row, figures)),
        figures: { shown: figures, mayBeExact: may('figure.read') },
        linksHref: may('link.read') ? `/console/${code}/rounds/${roundId}/duong-dan` : null,
      }),
    );
  })

  .get('/:code/rounds/:roundId/communes/:unitId', async (c) => {
    const { code, roundId, unitId } = c.req.param();
    const { user, tenant, may } = await enter(c, code, 'readiness.read');
    const { db } = tenant;
    const figures = figuresOf(c);
    const read = { figures, subject: `round:${roundId}/commune:${unitId}` };
    const [[found], [row], [predecessors], files, steps] = await figuresRead(c, 'readiness.read', read, [
      roundWithForm(db, roundId),
      readinessOf(db, roundId, unitId, figures),
      predecessorsOf(db, roundId, unitId),
      ...selectFiles(db, { day: localDay(new Date().toISOString()), unitId }),
    ] as const);
    if (!found) throw new Problem('round_unknown');
    if (!row) throw new Problem('unit_unknown');
    const shown = rowView(row, figures);
    return c.html(
      communePage({
        ...pageView(c, user),
        province: { code, name: tenant.name },
        round: { id: roundId, name: found.round.name },
        criteria: found.document.criteria,
        row: shown,
        figures: { shown: figures, mayBeExact: may('figure.read') },
        flagLabels: flagLabels(found.document, shown.scorecard),
        reference: row.submission.reference,
        submittedAt: row.submission.submittedAt,
        recognition: recognitionView(filesToWire(files, steps).at(-1)),
        predecessors: predecessors!,
        scoredAt: row.scorecard.scoredAt,
        formHash: row.scorecard.formHash,
      }),
    );
  });
