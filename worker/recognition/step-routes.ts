import { type Context, Hono } from 'hono';
import { staffGuard } from '../auth/guard.ts';
import type { App } from '../env.ts';
import { expectedRevision } from '../http/if-match.ts';
import { operation } from '../http/operation.ts';
import type { ProblemCode } from '../http/problems.ts';
import { valid } from '../http/valid.ts';
import { appraise } from './appraise.ts';
import { changeFile } from './change-file.ts';
import { decide } from './decide.ts';
import { maintain } from './maintain.ts';
import { revoke } from './revoke.ts';
import type { Decision, StepCommand } from './take-step.ts';
import { FileChange, FilePath, NewAppraisal, NewDecision, NewMaintenance, NewRevocation, toDecision } from './wire.ts';

/** What a step that rests on a round can meet there. */
export const ofBasis: ProblemCode[] = [
  'no_requirements',
  'submission_not_verified',
  'score_pending',
  'not_ready',
  'unit_ended',
  'conflict',
];

const ofEveryStep: ProblemCode[] = [
  'recognition_unknown',
  'precondition_required',
  'revision_mismatch',
  'state_not_allowed',
];

const command = (c: Context<App>, body: Decision): StepCommand => ({
  revision: expectedRevision(c),
  decision: toDecision(body),
});

/** The steps of one file, each a route of its own because each wants another permission. */
export const steps = new Hono<App>()
  .post(
    '/appraisal',
    operation({
      id: 'appraiseRecognition',
      tag: 'Recognition',
      summary: 'Record the appraisal of a proposed commune',
      description: 'By somebody who neither verified nor proposed it.',
      permission: 'recognition.appraise',
      body: true,
      success: { status: 200, schema: FileChange, description: 'The file, appraised' },
      problems: [...ofEveryStep, 'separation_of_duties', ...ofBasis],
    }),
    staffGuard('recognition.appraise'),
    valid('param', FilePath),
    valid('json', NewAppraisal),
    (c) => {
      const body = c.req.valid('json');
      const step = command(c, body);
      const change = { fileId: c.req.valid('param').fileId, decisionDate: body.decisionDate };
      return changeFile(c, change, (state, by) => appraise(state, step, by));
    },
  )
  .post(
    '/decision',
    operation({
      id: 'decideRecognition',
      tag: 'Recognition',
      summary: 'Record that an appraised commune is recognised, or refused',
      description: 'By somebody who neither verified, proposed nor appraised it.',
      permission: 'recognition.decide',
      body: true,
      success: { status: 200, schema: FileChange, description: 'The file, recognised or refused' },
      problems: [...ofEveryStep, 'separation_of_duties', ...ofBasis],
    }),
    staffGuard('recognition.decide'),
    valid('param', FilePath),
    valid('json', NewDecision),
    (c) => {
      const body = c.req.valid('json');
      const step = { ...command(c, body), outcome: body.outcome };
      const change = { fileId: c.req.valid('param').fileId, decisionDate: body.decisionDate };
      return changeFile(c, change, (state, by) => decide(state, step, by));
    },
  )
  .post(
    '/maintenance',
    operation({
      id: 'maintainRecognition',
      tag: 'Recognition',
      summary: 'Record that a recognition is maintained for another year',
      description:
        'From a round of a later year than the one that the file rested on before, in which the commune is verified and ready again.',
      permission: 'recognition.decide',
      body: true,
      success: { status: 200, schema: FileChange, description: 'The file, maintained' },
      problems: [
        ...ofEveryStep,
        'round_unknown',
        'unit_unknown',
        'separation_of_duties',
        'round_not_later',
        ...ofBasis,
      ],
    }),
    staffGuard('recognition.decide'),
    valid('param', FilePath),
    valid('json', NewMaintenance),
    (c) => {
      const body = c.req.valid('json');
      const step = command(c, body);
      const { fileId } = c.req.valid('param');
      const change = { fileId, decisionDate: body.decisionDate, laterRoundId: body.roundId };
      return changeFile(c, change, (state, by) => maintain(state, step, by));
    },
  )
  .post(
    '/revocation',
    operation({
      id: 'revokeRecognition',
      tag: 'Recognition',
      summary: 'Record that a recognition is revoked, and why',
      permission: 'recognition.decide',
      body: true,
      success: { status: 200, schema: FileChange, description: 'The file, revoked' },
      problems: ofEveryStep,
    }),
    staffGuard('recognition.decide'),
    valid('param', FilePath),
    valid('json', NewRevocation),
    (c) => {
      const body = c.req.valid('json');
      const step = command(c, body);
      const change = { fileId: c.req.valid('param').fileId, decisionDate: body.decisionDate };
      return changeFile(c, change, (state, by) => revoke(state, step, by));
    },
  );
