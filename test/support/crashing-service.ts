/**
 * Serves like `startService`, and dies without a word the moment that a submission's score is about to be written: after its
 * answers, before its score. Started by test/scenarios/crash.test.ts as the leader of a process group, all of which dies: the
 * worker in workerd as well as its databases, as in a power cut.
 */
import { startRuntime } from '../../local/runtime.ts';

const [dataDir, port] = process.argv.slice(2);

const runtime = await startRuntime({
  dataDir: dataDir!,
  port: Number(port),
  onPipeline: ({ statements }) => {
    const writes = (table: string) => statements.some((sql) => sql.includes(`insert into "${table}"`));
    // Opening a round writes first scorecards too, beside the units that it freezes.
    if (writes('scorecards') && !writes('round_units')) process.kill(0, 'SIGKILL');
  },
});
process.send?.(runtime.url);
