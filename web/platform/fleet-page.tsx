import { ConsolePage, Empty } from '../console/console-page.tsx';
import { PageLinks } from '../console/page-links.tsx';
import { renderPage } from '../ui/render.ts';
import { capitalise } from '../ui/unit-title.ts';
import { NewProvinceForm } from './new-province-form.tsx';
import { hostWords, isInService, needsCare, StateOf } from './state.tsx';
import { type PlatformText, textOf } from './text.ts';
import type { FleetView, ProvinceLine } from './view.ts';

/** The operator's page of all provinces: those that need care first, then the others by their codes. */
export function fleetPage(view: FleetView): string {
  const { language, provinces, form, refusal, staffHref, logHref } = view;
  const text = textOf(language);
  const wrong = [refusal, ...(form?.errors ?? []).map((field) => text.errors[field])].filter(Boolean).join(' ');
  const there = provinces.filter(({ status }) => status !== 'deleted');
  const gone = provinces.filter(({ status }) => status === 'deleted');
  const care = there.filter(needsCare);
  const others = there.filter((line) => !needsCare(line));
  const inService = there.filter(isInService).length;
  return renderPage(
    <ConsolePage view={view} title={`${wrong ? text.errorTitle : ''}${text.title}`}>
      <h1>{text.title}</h1>
      {wrong && (
        <p class="notice error" role="alert" id="error">
          {wrong}
        </p>
      )}
      <p class="reading">{text.intro}</p>
      <PageLinks
        language={language}
        links={[
          [staffHref, text.serviceStaff],
          [logHref, text.serviceLog],
        ]}
      />
      {there.length === 0 ? (
        <Empty title={text.none} next={form ? text.noneNext : text.noneReader} />
      ) : (
        <p class="fleet-summary">{text.summary(there.length, inService, care.length)}</p>
      )}
      <Provinces lines={care} heading={text.care} text={text} />
      <Provinces lines={others} heading={text.others} text={text} />
      {gone.length > 0 && (
        <details>
          <summary>{text.deleted(gone.length)}</summary>
          <List lines={gone} text={text} />
        </details>
      )}
      {form && <NewProvinceForm form={form} text={text} />}
    </ConsolePage>,
  );
}

function Provinces({ lines, heading, text }: { lines: ProvinceLine[]; heading: string; text: PlatformText }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <List lines={lines} text={text} />
    </section>
  );
}

const List = ({ lines, text }: { lines: ProvinceLine[]; text: PlatformText }) => (
  <ul class="fleet">
    {lines.map((line) => (
      <li key={line.code}>
        <p>
          <a class="fleet-link" href={`/console/he-thong/tinh/${line.code}`}>
            <span class="figure">{line.code}</span> {line.name}
          </a>
        </p>
        <div>
          <StateOf line={line} text={text} />
        </div>
        {line.status !== 'deleted' && (
          <p class="hint">
            {capitalise(hostWords(line, text))}, {text.schema(line.schemaVersion, line.schemaNeeded)}
          </p>
        )}
      </li>
    ))}
  </ul>
);
