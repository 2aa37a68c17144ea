import type { GenerateSpecOptions } from 'hono-openapi';

/** What the OpenAPI document says beside the operations, which describe themselves (http/operation.ts). */
export const documentation: NonNullable<GenerateSpecOptions['documentation']> = {
  info: {
    title: 'Địa Bàn',
    version: '1',
    description:
      'Survey rounds of a province and how ready each commune is to be recognised as drug-free, criterion by criterion. Errors are RFC 9457 problem details with a stable `code`; ask for Vietnamese titles with `Accept-Language: vi`.',
  },
  components: {
    securitySchemes: {
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: '__Host-dia-ban.session_token',
        description:
          'Staff, after signing in. Without the prefix `__Host-` where the service is reached over plain HTTP.',
      },
      apiKey: { type: 'http', scheme: 'bearer', description: 'Integrators: `dbk_…`, for one province' },
    },
  },
};
