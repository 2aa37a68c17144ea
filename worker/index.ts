import type { ExecutionContext, ScheduledController } from '@cloudflare/workers-types';
import { app } from './app.ts';
import { sealLogs } from './audit/seal-logs.ts';
import { newId } from './db/id.ts';
import type { Env } from './env.ts';
import { resumeProvinceJobs } from './provinces/resume-jobs.ts';
import { remind } from './reminders/remind.ts';
import { forgetExpired } from './retention/forget-expired.ts';
import { purgeAnswers } from './retention/purge.ts';
import { openDueRounds } from './rounds/open-due.ts';
import { sweepScores } from './scores/sweep.ts';

export default {
  fetch: app.fetch,
  scheduled: (_controller: ScheduledController, env: Env, context: ExecutionContext) => {
    context.waitUntil(resumeProvinceJobs(env, newId()));
    context.waitUntil(openDueRounds(env, newId()));
    context.waitUntil(sweepScores(env, newId()));
    context.waitUntil(remind(env, newId()));
    context.waitUntil(sealLogs(env, newId()));
    context.waitUntil(purgeAnswers(env, newId()));
    context.waitUntil(forgetExpired(env, newId()));
  },
};
