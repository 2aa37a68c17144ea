import { checkDefinition, type FormDefinition } from '../../forms/index.ts';
import type { Env } from '../env.ts';
import { Problem, problemErrors } from '../http/problem.ts';

/** The ready-made form with an id, from the files beside the worker (vite.config.ts writes them), or null. */
async function templateOf(env: Env, id: string): Promise<FormDefinition | null> {
  if (!/^[a-z0-9-]{1,64}$/.test(id)) return null;
  if (!env.ASSETS) throw new Error('There are no files beside this worker: ASSETS is not bound');
  // The host is nobody's: the binding looks at the path alone.
  const file = await env.ASSETS.fetch(`https://files/templates/${id}.json`);
  if (file.ok) return file.json<FormDefinition>();
  // A body that nobody reads would hold its connection.
  await file.body?.cancel();
  if (file.status === 404) return null;
  throw new Error(`The template ${id} could not be read: ${file.status}`);
}

/** The definition that a command carries or names, checked; or every problem with it. */
export async function definitionOf(
  env: Env,
  command: { definition: unknown } | { template: string },
  language: 'vi' | 'en',
): Promise<FormDefinition | Problem> {
  if ('template' in command) {
    const template = await templateOf(env, command.template);
    return (
      template ?? new Problem('template_unknown', [{ path: 'template', code: 'unknown', detail: command.template }])
    );
  }
  const { definition, issues } = checkDefinition(command.definition);
  const errors = issues.filter(({ severity }) => severity === 'error');
  return definition ?? new Problem('definition_invalid', problemErrors(errors, language));
}
