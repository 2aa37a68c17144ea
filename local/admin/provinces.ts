import { allProvinces } from '../../worker/provinces/store.ts';
import { SCHEMA_VERSION, standingOf } from '../../worker/tenancy/standing.ts';
import type { Command } from './command.ts';

export const provinces: Command = {
  words: '',
  summary: 'list the provinces, with the state of their databases',
  async run(admin) {
    const rows = await allProvinces(admin.fleet().control);
    const lines = rows.map((row) => {
      const job = row.job ? `, ${row.job}: ${row.jobStep}${row.jobError ? ` failed (${row.jobError})` : ''}` : '';
      const schema = `schema ${row.schemaVersion} of ${SCHEMA_VERSION}`;
      return `${row.code}  ${standingOf(row).padEnd(13)}  ${schema}  ${row.name}${job}`;
    });
    return lines.join('\n') || 'No province is registered.';
  },
};
