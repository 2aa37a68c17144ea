import { type Staff, staffOf } from '../../local/demo/staff.ts';
import type { Service } from './service.ts';

/** The people whom a demonstration province needs, each with an account of that province. */
export const demoStaff = (service: Service, code = '12'): Promise<Staff> =>
  staffOf(service.stranger, (duty, role) => service.as(role, code, duty));
