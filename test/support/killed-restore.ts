/**
 * Restores a backup into a data folder and dies without a word in the middle of its rows, as in a power cut. Started by
 * test/scenarios/backup.test.ts.
 */
import { localPlace } from '../../local/backup/place.ts';
import { openBackup } from '../../local/backup/read-file.ts';
import { restoreProvince } from '../../local/backup/restore.ts';
import { createHranaHandler } from '../../local/hrana/handler.ts';

const [dataDir, file] = process.argv.slice(2);

const databases = createHranaHandler({
  dataDir: dataDir!,
  onPipeline: ({ statements }) => {
    // Tables come in the order of their making: some are full by now, others not begun.
    if (statements.some((sql) => sql.startsWith('INSERT INTO "responses"'))) process.kill(process.pid, 'SIGKILL');
  },
});
await restoreProvince(localPlace(dataDir!, databases), await openBackup(file!, null), {
  now: new Date(),
  inService: true,
});
