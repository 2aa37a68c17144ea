import { fork } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { Site } from '../../local/demo/site.ts';
import { startService } from '../support/service.ts';
import { fillEverything, prepareSurvey, readinessList, submitFile } from '../support/survey.ts';

test('a process killed between answers and score leaves the answers, and the sweep finishes the score', async () => {
  const first = await startService();
  const { dataDir } = first;
  const survey = await prepareSurvey(await first.as('designer'));
  await fillEverything(first.stranger, survey);
  await first.stop({ keepData: true });

  const doomed = fork(new URL('../support/crashing-service.ts', import.meta.url), [dataDir, '0'], { detached: true });
  const died = once(doomed, 'exit');
  const [url] = (await Promise.race([once(doomed, 'message'), died])) as [string];
  // What the clerk's browser sees of it, an error or nothing, depends on which of the processes dies first.
  await submitFile(new Site(url), survey.base).catch(() => null);
  expect((await died)[1]).toBe('SIGKILL');

  const again = await startService({ dataDir });
  try {
    expect((await again.stranger.get(`${survey.base}/bien-nhan`)).status).toBe(200);
    const [before] = await readinessList(again.stranger, survey);
    expect(before).toMatchObject({ state: 'submitted', ready: null, stale: true });

    await again.runtime.runScheduled();

    const [after] = await readinessList(again.stranger, survey);
    expect(after).toMatchObject({
      state: 'submitted',
      ready: true,
      stale: false,
      coverage: { expected: 2, answered: 2 },
    });
  } finally {
    await again.stop();
  }
});
