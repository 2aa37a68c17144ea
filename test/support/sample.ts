import { randomUUID } from 'node:crypto';

/** As much of JSON Schema as the API's bodies are described with. */
export interface JsonSchema {
  type?: string;
  format?: string;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  minItems?: number;
}

const texts: Record<string, () => string> = {
  uuid: () => randomUUID(),
  date: () => '2024-11-15',
  email: () => 'ai-do@example.vn',
  'date-time': () => '2024-11-15T00:00:00.000Z',
};

/** The smallest value of the described shape: what is required and no more, with ids that nothing has. */
export function sampleOf(schema: JsonSchema): unknown {
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return sampleOf(schema.anyOf[0]!);
  if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}));
  if (schema.type === 'object') {
    const required = schema.required ?? [];
    return Object.fromEntries(required.map((name) => [name, sampleOf(schema.properties?.[name] ?? {})]));
  }
  if (schema.type === 'string') return texts[schema.format ?? '']?.() ?? 'x';
  return schema.type === 'boolean' ? false : 1;
}
