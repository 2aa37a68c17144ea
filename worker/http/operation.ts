import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { isDangerous } from '../auth/dangerous.ts';
import type { Permission } from '../auth/permissions.ts';
import { type ProblemCode, problems } from './problems.ts';

/** RFC 9457 problem details as every refusal sends them. */
export const ProblemSchema = v.object({
  type: v.pipe(v.string(), v.description('urn:dia-ban:problem:{code}')),
  title: v.string(),
  status: v.number(),
  code: v.pipe(v.string(), v.description('Stable; match on this')),
  instance: v.pipe(v.string(), v.description('urn:dia-ban:request:{id}, to quote when asking for help')),
  errors: v.optional(v.array(v.object({ path: v.string(), code: v.string(), detail: v.string() }))),
});

interface Operation {
  id: string;
  tag: string;
  summary: string;
  description?: string;
  /** Absent for public operations. */
  permission?: Permission;
  /** Whether an API key with the permission as its scope may call it too. */
  keys?: boolean;
  /** Whether it takes a JSON body, with all that can be wrong with one. */
  body?: boolean;
  success: {
    status: 200 | 201;
    schema: v.GenericSchema;
    description: string;
    csv?: boolean;
    html?: boolean;
    media?: string;
  };
  problems?: ProblemCode[];
}

const problemResponse = (codes: ProblemCode[]) => ({
  description: codes.map((code) => `\`${code}\`: ${problems[code].en}`).join(' '),
  content: { 'application/problem+json': { schema: resolver(ProblemSchema) } },
});

/** Describes one operation for the OpenAPI document: what it gives, who may call it, and every problem it names by status. */
export function operation({
  id,
  tag,
  summary,
  description,
  permission,
  keys,
  body,
  success,
  problems: own = [],
}: Operation) {
  const general: ProblemCode[] = permission
    ? ['unauthenticated', 'forbidden', 'second_factor_required', 'province_unknown']
    : [];
  if (permission && isDangerous(permission)) general.push('reauthentication_required');
  const keyed: ProblemCode[] = keys
    ? ['key_invalid', 'key_expired', 'key_revoked', 'key_of_other_province', 'key_address_refused']
    : [];
  const bodily: ProblemCode[] = body
    ? ['invalid_request', 'malformed_json', 'unsupported_media_type', 'body_too_large']
    : [];
  const byStatus = Map.groupBy([...general, ...keyed, ...bodily, ...own], (code) => problems[code].status);
  return describeRoute({
    operationId: id,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    security: permission ? [{ session: [] }, ...(keys ? [{ apiKey: [permission] }] : [])] : [],
    ...(permission ? { 'x-permission': permission } : {}),
    responses: {
      [success.status]: {
        description: success.description,
        content: {
          [success.media ?? 'application/json']: { schema: resolver(success.schema) },
          ...(success.csv ? { 'text/csv': { schema: { type: 'string' as const } } } : {}),
          ...(success.html ? { 'text/html': { schema: { type: 'string' as const } } } : {}),
        },
      },
      ...Object.fromEntries([...byStatus].map(([status, codes]) => [status, problemResponse(codes)])),
    },
  });
}
