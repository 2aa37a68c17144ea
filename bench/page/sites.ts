import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { serve } from '../../test/support/compressing.ts';
import { surveyJson } from './survey-json.ts';
import { xform } from './xform.ts';

/** A page with the form of the comparison: where it is served, and where its first two questions are found. */
export interface Page {
  name: string;
  url: string;
  /** The field of `total_01`. */
  total: string;
  /** The field of `part_01`, which is asked once there is a total. */
  part: string;
  close(): void | Promise<void>;
}

const SURVEY = `
  import { Model } from 'survey-core';
  import 'survey-core/survey-core.min.css';
  import { renderSurvey } from 'survey-js-ui';
  const model = new Model(${JSON.stringify(surveyJson)});
  renderSurvey(model, document.getElementById('app'));`;

const WEB_FORMS = `
  import { createApp, h } from 'vue';
  import { OdkWebForm, webFormsPlugin } from '@getodk/web-forms';
  const fetchFormAttachment = async () => { throw new Error('The form has no attachments'); };
  createApp({ render: () => h(OdkWebForm, { formXml: ${JSON.stringify(xform)}, fetchFormAttachment }) })
    .use(webFormsPlugin)
    .mount('#app');`;

export const surveyPage = (): Promise<Page> =>
  bundled('survey-js-ui 2.5.38', SURVEY, 'input[type=number]', '[data-name=part_01] input');

export const webFormsPage = (): Promise<Page> =>
  bundled('@getodk/web-forms 0.22.0', WEB_FORMS, asked('total_01'), asked('part_01'));

const asked = (name: string) => `.question-container:has(label:has-text("${name}")) input`;

/** One entry bundled as an application would, with its stylesheets; chunks that are loaded on demand stay apart. */
async function bundled(name: string, entry: string, total: string, part: string): Promise<Page> {
  const id = `${import.meta.dirname}/entry.js`;
  const result = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'entry',
        resolveId: (asked) => (asked === 'entry' ? id : undefined),
        load: (asked) => (asked === id ? entry : undefined),
      },
    ],
    build: { write: false, minify: true, target: 'es2022', modulePreload: false, rolldownOptions: { input: 'entry' } },
  });
  const outputs = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
  const files = new Map(
    outputs.map((output) => [`/${output.fileName}`, output.type === 'chunk' ? output.code : output.source]),
  );
  const script = outputs.find((output) => output.type === 'chunk' && output.isEntry)!.fileName;
  const styles = outputs
    .filter(({ fileName }) => fileName.endsWith('.css'))
    .map(({ fileName }) => `<link rel="stylesheet" href="/${fileName}">`);
  const html = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>Phiếu</title>${styles.join('')}<div id="app"></div><script type="module" src="/${script}"></script></html>`;
  files.set('/', html);
  const { server, url } = await serve((request, response) => {
    const body = files.get(new URL(request.url ?? '/', 'http://x').pathname);
    if (body === undefined) return void response.writeHead(404).end();
    const type = request.url === '/' ? 'text/html' : request.url!.endsWith('.css') ? 'text/css' : 'text/javascript';
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-encoding': 'gzip' });
    response.end(gzipSync(body, { level: 9 }));
  });
  return { name, url, total, part, close: () => void server.close() };
}
