import { ConsolePage } from '../console/console-page.tsx';
import { PageLinks } from '../console/page-links.tsx';
import { formatDay } from '../ui/format.ts';
import { renderPage } from '../ui/render.ts';
import { capitalise } from '../ui/unit-title.ts';
import { ProvinceActs } from './province-acts.tsx';
import { hostWords, StateOf } from './state.tsx';
import { textOf } from './text.ts';
import type { ProvinceView } from './view.ts';

/** One province for an operator: what it is, where its database is, and what can be done with it. */
export function provincePage(view: ProvinceView): string {
  const { language, province, refusal, errors, notice, logHref, staffHref } = view;
  const { code, name } = province;
  const text = textOf(language);
  const wrong = [
    refusal,
    errors.includes('code') && text.confirmWrong(code),
    errors.includes('token') && text.tokenWrong,
  ]
    .filter(Boolean)
    .join(' ');
  return renderPage(
    <ConsolePage
      view={view}
      title={`${wrong ? text.errorTitle : ''}${name} – ${text.title}`}
      trail={[{ href: '/console/he-thong', label: text.title }]}
    >
      <h1>
        <span class="caption">{text.code(code)}</span> {name}
      </h1>
      {wrong && (
        <p class="notice error" role="alert" id="error">
          {wrong}
        </p>
      )}
      {notice && (
        <p class="notice" role="status">
          {notice === 'create' ? text.created : text.acts[notice].done}
        </p>
      )}
      <Facts view={view} />
      <PageLinks
        language={language}
        links={[
          [staffHref, text.staff],
          [logHref, text.log],
        ]}
      />
      <ProvinceActs view={view} />
    </ConsolePage>,
  );
}

function Facts({ view: { language, province } }: { view: ProvinceView }) {
  const text = textOf(language);
  const { facts } = text;
  const { status, databaseUrl, databaseName, schemaVersion, schemaNeeded, tokenRotatedAt, createdAt } = province;
  const lines: [string, string | null][] = [
    [facts.host, capitalise(hostWords(province, text))],
    [facts.url, databaseUrl],
    [facts.databaseName, databaseName],
    [facts.schema, status === 'deleted' ? null : facts.schemaOf(schemaVersion, schemaNeeded)],
    [facts.tokenRotatedAt, status === 'deleted' ? null : tokenRotatedAt ? formatDay(tokenRotatedAt) : facts.noToken],
    [facts.createdAt, formatDay(createdAt)],
  ];
  return (
    <dl class="province-facts">
      <div class="province-fact">
        <dt>{facts.state}</dt>
        <dd>
          <StateOf line={province} text={text} />
        </dd>
      </div>
      {lines.map(
        ([label, value]) =>
          value !== null && (
            <div key={label} class="province-fact">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
