import { formatNumber, textIn } from '../../forms/index.ts';
import { formatDate, formatDay, formatTime } from '../ui/format.ts';
import { renderPage } from '../ui/render.ts';
import { StatusSign } from '../ui/status-sign.tsx';
import { unitTitle } from '../ui/unit-title.ts';
import { type Verdict, verdictOf } from '../ui/verdict.ts';
import { classText } from './class-text.ts';
import { ConsolePage } from './console-page.tsx';
import { CriterionReport } from './criterion-report.tsx';
import { FiguresNotice } from './figures-notice.tsx';
import { type ConsoleText, textOf } from './text.ts';
import type { CommuneView } from './view.ts';

/** One commune's report: the verdict, and each criterion with its clause, figures and explanation. Made to be printed and signed. */
export function communePage(view: CommuneView): string {
  const { language, province, round, row } = view;
  const text = textOf(language);
  const name = unitTitle(row);
  const home = `/console/${province.code}`;
  const requirements = view.criteria.filter((criterion) => criterion.requirement);
  const objectives = view.criteria.filter((criterion) => !criterion.requirement);
  return renderPage(
    <ConsolePage
      view={view}
      title={`${name} – ${round.name}`}
      trail={[
        { href: home, label: province.name },
        { href: `${home}/rounds/${round.id}`, label: round.name },
      ]}
    >
      <article class="report">
        <h1>
          <span class="caption">{text.commune.report}</span> {name}
        </h1>
        <VerdictBox view={view} />
        <FiguresNotice figures={view.figures} language={language} />
        <Facts view={view} />
        {requirements.length > 0 && (
          <section>
            <h2>{text.commune.requirements}</h2>
            <CriterionReport criteria={requirements} scorecard={row.scorecard} language={language} />
          </section>
        )}
        {objectives.length > 0 && (
          <section>
            <h2>{text.commune.objectives}</h2>
            <p class="hint">{text.commune.objectivesBody}</p>
            <CriterionReport criteria={objectives} scorecard={row.scorecard} language={language} />
          </section>
        )}
        <div class="signatures" aria-hidden="true">
          {text.commune.signatures.map((role) => (
            <p key={role}>
              <strong>{role}</strong>
              <span>{text.commune.signHere}</span>
            </p>
          ))}
        </div>
      </article>
    </ConsolePage>,
  );
}

function VerdictBox({ view: { row, language } }: { view: CommuneView }) {
  const text = textOf(language);
  const verdict = verdictOf(row.scorecard);
  const word = text.results.verdict[verdict.kind];
  const sentence = sentenceOf(verdict, text.commune.sentence);
  return (
    <p class={`verdict ${verdict.kind}`}>
      <StatusSign kind={verdict.kind} language={language} word={sentence ? `${word}:` : word} /> {sentence}
    </p>
  );
}

function sentenceOf(verdict: Verdict, text: ConsoleText['commune']['sentence']): string {
  if (verdict.kind === 'met') return text.met(verdict.requirements);
  if (verdict.kind === 'not_met') return text.not_met(verdict.notMet, verdict.requirements);
  if (verdict.kind === 'not_applicable') return '';
  if (verdict.undetermined > 0) return text.undetermined(verdict.undetermined, verdict.requirements);
  return text.missing(verdict.missingVillages);
}

function Facts({ view }: { view: CommuneView }) {
  const { language, row } = view;
  const text = textOf(language);
  const { facts, at } = text.commune;
  const { scorecard } = row;
  const moment = (instant: string) => at(formatTime(instant), formatDay(instant));
  const lines: [name: string, value: string | null][] = [
    [facts.province, view.province.name],
    [facts.round, view.round.name],
    [facts.code, row.code],
    [facts.state, text.results.states[row.state]],
    [facts.recognition, recognitionOf(view)],
    [facts.predecessors, predecessorsOf(view)],
    [facts.reference, view.reference],
    [facts.submittedAt, view.submittedAt && moment(view.submittedAt)],
    [facts.coverage, `${scorecard.coverage.answered}/${scorecard.coverage.expected}`],
    [facts.class, classText(scorecard, language)],
    [facts.flags, view.flagLabels.map((label) => textIn(label, language)).join('; ')],
    [facts.index, scorecard.index === null ? null : formatNumber(scorecard.index, language)],
    [facts.scoredAt, moment(view.scoredAt)],
    [facts.formHash, view.formHash],
  ];
  return (
    <dl class="facts">
      {lines
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Where the commune's recognition stands, and by which paper; nothing where the form has no requirement to be recognised by. */
function recognitionOf({ recognition, criteria, language }: CommuneView): string | null {
  const text = textOf(language).commune.recognition;
  if (!recognition) return criteria.some(({ requirement }) => requirement) ? text.none : null;
  const { state, decisionNumber, decisionDate, basisHolds } = recognition;
  const said = text.by(text.states[state], decisionNumber, formatDate(decisionDate));
  return basisHolds || state === 'refused' || state === 'revoked' ? said : `${said}. ${text.basisChanged}`;
}

/** What a merged commune is told of the ones before it: recognition is never inherited (docs/domain.md §6). */
function predecessorsOf({ predecessors: { recognised, total }, language }: CommuneView): string | null {
  return total === 0 ? null : textOf(language).commune.recognition.predecessors(recognised, total);
}
