import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { templates } from '../../forms/index.ts';
import { commands } from './commands.ts';
import { runFormsCli } from './run.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forms-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runFormsCli(args, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** Writes a file and returns its path. */
async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** A small form, changed as a test wants it. */
function form(relevant: string, label: Record<string, string> = { vi: 'Số người nghiện' }) {
  return {
    id: 'small',
    title: { vi: 'Phiếu' },
    languages: ['vi'],
    sections: [
      {
        name: 'main',
        level: 'commune',
        label: { vi: 'Phần' },
        questions: [
          { type: 'integer', name: 'addicts_total', label },
          { type: 'integer', name: 'addicts_with_file', label: { vi: 'Có hồ sơ' }, relevant },
        ],
      },
    ],
  };
}

describe('npm run forms', () => {
  it('without a command, or with one that does not exist, says which there are', async () => {
    for (const args of [[], ['chekc'], ['constructor']]) {
      const { code, err } = await run(...args);
      expect(code).toBe(2);
      for (const name of Object.keys(commands)) expect(err).toContain(`npm run forms -- ${name} `);
    }
    expect(await run('--help')).toMatchObject({ code: 0, err: '' });
  });

  it.each([
    [['check'], 'Something is missing.'],
    [['check', 'a', 'b'], '"b" is one word too many.'],
    [['check', 'tam-duong-2024', '--colour'], 'There is no option --colour.'],
    [['eval', '1', '--mode', 'exact'], '--mode is one of form, score.'],
    [['eval', '1', '--mode'], '--mode is one of form, score.'],
    [['check', 'nowhere.json'], 'nowhere.json cannot be read: there is no such file or folder.'],
    [['check', 'form.docx'], 'form.docx is not a file that ends in .json or .xlsx.'],
    [['export', 'tam-duong-2024', 'form.txt'], 'form.txt is not a file that ends in .json or .xlsx.'],
    [['export', 'tam-duong-2024', 'nowhere/form.json'], 'nowhere/form.json cannot be written'],
  ])('%j ends with the way to call it', async (args, says) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
    expect(err).toContain(`Usage: npm run forms -- ${args[0]} `);
  });

  it('tells the shell how it went', async () => {
    const script = new URL('../forms-cli.ts', import.meta.url).pathname;
    const codeOf = (...args: string[]) =>
      new Promise((resolve) => {
        execFile(process.execPath, [script, ...args], (error, stdout) => resolve([error?.code ?? 0, stdout]));
      });
    expect(await codeOf('print', '1+1')).toEqual([0, '1 + 1\n']);
    expect(await codeOf('print', '1+')).toEqual([1, '']);
    expect(await codeOf('prnt')).toEqual([2, '']);
  });
});

describe('check', () => {
  it('finds nothing wrong with a template', async () => {
    expect(await run('check', 'tam-duong-2024')).toEqual({ code: 0, out: 'tam-duong-2024: no problems', err: '' });
  });

  it('shows each problem with its place, the question and the part of the expression', async () => {
    const path = await file('wrong.json', form('${addict_total} > 0'));
    const { code, out, err } = await run('check', path);
    expect([code, out]).toEqual([1, `${path}: 1 error`]);
    expect(err).toBe(
      [
        'error unknown_name at sections.0.questions.1.relevant (addicts_with_file)',
        '  ${addict_total} does not exist; did you mean ${addicts_total}?',
        '',
        '    ${addict_total} > 0',
        '    ^^^^^^^^^^^^^^^',
        '',
      ].join('\n'),
    );
  });

  it('speaks Vietnamese when asked to', async () => {
    const { err } = await run('check', await file('wrong.json', form('${addict_total} > 0')), '--language=vi');
    expect(err).toContain('Không có ${addict_total}; có phải ý bạn là ${addicts_total}?');
  });

  it('lets a form with warnings pass', async () => {
    const path = await file('warned.json', form("'abc' > 1"));
    const { code, out, err } = await run('check', path);
    expect([code, out]).toEqual([0, `${path}: 2 warnings`]);
    expect(err).toContain('warning wrong_type');
  });

  it.each([
    ['text.json', 'sections: []', 'not_json'],
    ['list.json', '[]', 'error'],
    ['latin.json', '', 'not_json'],
  ])('says what %s is not', async (name, content, code) => {
    const result = await run('check', await file(name, content));
    expect(result.code).toBe(1);
    expect(result.err).toContain(code);
  });
});

describe('eval', () => {
  it.each<[args: string[], out: string]>([
    [['1 + 2'], '3'],
    [['-1 + 2'], '1'],
    [["concat('xã', ' ', 1)"], '"xã 1"'],
    [['0.1 + 0.2 = 0.3'], 'false'],
    [['0.1 + 0.2 = 0.3', '--mode', 'score'], 'true'],
    [['1 div 0'], 'no number'],
    [['${x} > 1', '--mode', 'score'], 'undetermined'],
    [["digest('abc', 'SHA-1', 'hex')"], '"a9993e364706816aba3e25717850c26c9cd0d89d"'],
    [['string-length(uuid())'], '36'],
    [["format-date(now(), '%Y-%m-%d') = today() and random() < 1"], 'true'],
  ])('of %j is %s', async (args, out) => {
    expect(await run('eval', ...args)).toEqual({ code: 0, out, err: '' });
  });

  it('reads answers from a file, in score mode those of villages as a list', async () => {
    const one = await file('one.json', { x: 3, tools: ['a', 'b'], blank: null });
    expect(await run('eval', "${x} * count-selected(${tools}) + (${blank} = '')", one)).toMatchObject({
      code: 0,
      out: '7',
    });
    const villages = await file('villages.json', { x: [1, 3, null] });
    expect(await run('eval', 'sum(${x}) >= 4', villages, '--mode', 'score')).toMatchObject({ code: 0, out: 'true' });
    expect(await run('eval', 'sum(${x}) <= 4', villages, '--mode=score')).toMatchObject({ out: 'undetermined' });
  });

  it('shows what is wrong with the expression, beside a warning the value too', async () => {
    const wrong = await run('eval', 'roundd(2.5) + if(1)');
    expect([wrong.code, wrong.out]).toEqual([1, '']);
    expect(wrong.err).toContain('The function roundd() does not exist; did you mean round()?');
    expect(wrong.err).toContain('    roundd(2.5) + if(1)\n                  ^^^^^\n');
    expect(await run('eval', "'abc' > 1")).toMatchObject({ code: 0, out: 'false' });
  });

  it.each([
    ['[1]', 'must hold an object'],
    ['null', 'must hold an object'],
    ['{"a": {}}', '"a" is not a text'],
    ['{"a": [[1]]}', '"a" is not a text'],
    ['{', 'is not JSON'],
  ])('refuses the answers %s', async (content, says) => {
    const { code, err } = await run('eval', '1', await file('values.json', content));
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});

describe('print', () => {
  it('writes an expression in the usual way', async () => {
    expect(await run('print', '((${ a })+1)*  2>=.5')).toEqual({ code: 0, out: '(${a} + 1) * 2 >= .5', err: '' });
  });

  it('underlines what cannot be read, on the line where it stands', async () => {
    const { code, err } = await run('print', "${a} > 1 and\n\t'số người' == ${b}");
    expect(code).toBe(1);
    expect(err).toContain("     'số người' == ${b}\n                ^^\n");
    expect(err).not.toContain('${a} > 1 and');
  });
});

describe('export', () => {
  it('writes a template as a file that reads back as the same form', async () => {
    const path = join(folder, 'tam-duong.json');
    expect(await run('export', 'tam-duong-2024', path)).toEqual({ code: 0, out: `${path} is written.`, err: '' });
    const template = JSON.parse(JSON.stringify(templates['tam-duong-2024']));
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject(template);
    expect(await run('check', path)).toMatchObject({ code: 0 });
  });

  it('does not write a form that has errors', async () => {
    const path = join(folder, 'never.json');
    const { code, out } = await run('export', await file('wrong.json', form('${nothing}')), path);
    expect([code, out]).toEqual([1, '']);
    await expect(readFile(path)).rejects.toThrow('ENOENT');
  });
});

describe('a spreadsheet', () => {
  it('holds a whole form: exported, checked and imported it is the same', async () => {
    const [xlsx, json] = [join(folder, 'form.xlsx'), join(folder, 'again.json')];
    expect(await run('export', 'tra-vinh-2025', xlsx)).toMatchObject({ code: 0, out: `${xlsx} is written.` });
    expect(await run('check', xlsx)).toMatchObject({ code: 0, out: `${xlsx}: no problems` });
    expect(await run('import', xlsx, json)).toMatchObject({ code: 0, err: '' });
    expect(await run('diff', 'tra-vinh-2025', json)).toMatchObject({ code: 0, out: 'No differences.' });
  });

  it('that is none is refused with what it is not', async () => {
    const { code, out, err } = await run('import', await file('text.xlsx', 'not a workbook'));
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('text.xlsx: 1 error');
  });
});

describe('diff', () => {
  it('marks what changes the meaning, and says what follows', async () => {
    const before = await file('before.json', form('${addicts_total} > 0'));
    const changed = form('${addicts_total} > 0', { vi: 'Tổng số người nghiện' });
    changed.sections[0]!.questions.pop();
    const { code, out } = await run('diff', before, await file('after.json', changed));
    expect(code).toBe(0);
    expect(out).toMatch(/^! .*addicts_with_file/m);
    expect(out).toMatch(/^ {2}.*addicts_total/m);
    expect(out).toContain('no longer asked');
  });

  it('of a form with errors says what they are', async () => {
    const { code, err } = await run('diff', 'tam-duong-2024', await file('broken.json', form('${nothing} > 0')));
    expect(code).toBe(1);
    expect(err).toContain('unknown_name');
  });
});
