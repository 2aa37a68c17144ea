import { randomUUID } from 'node:crypto';
import { type Permission, permissions } from '../../worker/auth/permissions.ts';
import { type JsonSchema, sampleOf } from './sample.ts';
import type { Service } from './service.ts';

/** The operations that anybody may call. A new one is refused by the tests until it is named here. */
export const PUBLIC_OPERATIONS = ['getHealth', 'getReady'];

export interface Operation {
  id: string;
  method: string;
  /** As the document writes it: `/v1/provinces/{code}/units`. */
  path: string;
  /** Null for what stands open to anybody. */
  permission: Permission | null;
  /** Whether API keys with the permission as their scope may call it. */
  keys: boolean;
  /** A body of the right shape, as JSON; null where none is taken. */
  body: string | null;
  /** Parameters of the query that must be there, and whether one wants an id. */
  query: { name: string; isId: boolean }[];
  /** Parameters of the query that may be left out and take one of a few values. */
  choices: { name: string; values: string[] }[];
}

interface Described {
  operationId: string;
  security?: Record<string, string[]>[];
  'x-permission'?: string;
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
  parameters?: { in: string; name: string; required?: boolean; schema?: { format?: string; enum?: string[] } }[];
}

function permissionOf({ operationId, 'x-permission': named, security = [] }: Described): Permission | null {
  if (named === undefined && security.length === 0) return null;
  const permission = permissions.find((each) => each === named);
  if (!permission) throw new Error(`${operationId} wants "${named}", which is no permission`);
  return permission;
}

const bodyOf = ({ requestBody }: Described): string | null => {
  const schema = requestBody?.content['application/json']?.schema;
  return schema ? JSON.stringify(sampleOf(schema)) : null;
};

/** Every operation of the OpenAPI document as the service gives it. */
export async function operationsOf(service: Service): Promise<Operation[]> {
  const answer = await service.stranger.get('/v1/openapi.json');
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, Described>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      id: described.operationId,
      method: method.toUpperCase(),
      path,
      permission: permissionOf(described),
      keys: (described.security ?? []).some((scheme) => 'apiKey' in scheme),
      body: bodyOf(described),
      query: (described.parameters ?? [])
        .filter(({ in: place, required }) => place === 'query' && required)
        .map(({ name, schema }) => ({ name, isId: schema?.format === 'uuid' })),
      choices: (described.parameters ?? []).flatMap(({ in: place, required, name, schema }) =>
        place === 'query' && !required && schema?.enum ? [{ name, values: schema.enum }] : [],
      ),
    })),
  );
}

/** The operation's address, with these values for its parameters and ids that nothing has for all others. */
export function addressOf({ path, query }: Operation, values: Record<string, string>): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? randomUUID());
  const wanted = query.map(({ name, isId }) => [name, values[name] ?? (isId ? randomUUID() : '1')]);
  return wanted.length === 0 ? filled : `${filled}?${new URLSearchParams(wanted)}`;
}
