import { choices, differences, others, pairs } from '../survey-form.ts';

const MAIN = '/data/main';

const binds = [
  ...pairs.flatMap((key) => [
    `<bind nodeset="${MAIN}/total_${key}" type="int" required="true()"/>`,
    `<bind nodeset="${MAIN}/part_${key}" type="int" relevant="${MAIN}/total_${key} &gt; 0" constraint=". &lt;= ${MAIN}/total_${key}"/>`,
  ]),
  ...differences.map(
    (key) =>
      `<bind nodeset="${MAIN}/rest_${key}" type="int" calculate="${MAIN}/total_${key} - coalesce(${MAIN}/part_${key}, 0)"/>`,
  ),
  ...others.map(
    ({ name, type }) =>
      `<bind nodeset="${MAIN}/${name}" type="${type.startsWith('select') ? 'string' : type === 'text' ? 'string' : type}"/>`,
  ),
];

const items = choices.map((name) => `<item><label>${name}</label><value>${name}</value></item>`).join('');

function control(name: string, type: string): string {
  const tag = { select_one: 'select1', select_multiple: 'select' }[type] ?? 'input';
  return `<${tag} ref="${MAIN}/${name}"><label>${name}</label>${tag === 'input' ? '' : items}</${tag}>`;
}

const names = [
  ...pairs.flatMap((key) => [`total_${key}`, `part_${key}`]),
  ...differences.map((key) => `rest_${key}`),
  ...others.map(({ name }) => name),
];

const controls = [
  ...pairs.flatMap((key) => [control(`total_${key}`, 'integer'), control(`part_${key}`, 'integer')]),
  ...others.map(({ name, type }) => control(name, type)),
];

/** The form of the comparison as an ODK XForm, as pyxform would write it from a workbook. */
export const xform = `<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
  <h:head>
    <h:title>Phiếu 60 câu</h:title>
    <model>
      <instance><data id="so-sanh"><main>${names.map((name) => `<${name}/>`).join('')}</main><meta><instanceID/></meta></data></instance>
      ${binds.join('\n      ')}
      <bind nodeset="/data/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>
    </model>
  </h:head>
  <h:body><group ref="${MAIN}"><label>Nội dung</label>${controls.join('')}</group></h:body>
</h:html>`;
