import { and, desc, eq, gt, ne } from 'drizzle-orm';
import type { Act } from '../../web/log/acts.ts';
import { controlEvent, type Writing } from '../audit/event.ts';
import { forgetFactor } from '../auth/session-store.ts';
import { session } from '../db/control.ts';
import type { ControlDb } from '../db/open.ts';

/** A person's sessions that have not ended, the one seen last first. */
export const sessionsOf = (db: ControlDb, userId: string, now: Date) =>
  db.read
    .select({
      id: session.id,
      createdAt: session.createdAt,
      updatedAt: session.updatedAt,
      ipAddress: session.ipAddress,
      userAgent: session.userAgent,
    })
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expiresAt, now)))
    .orderBy(desc(session.updatedAt), desc(session.createdAt));

/** Ends one of a person's sessions; one of somebody else is left alone. */
export const endSession = (db: ControlDb, userId: string, sessionId: string, by: Writing) =>
  db.write.batch([
    db.write.delete(session).where(and(eq(session.id, sessionId), eq(session.userId, userId))),
    controlEvent(db, by, 'session.revoke', `user:${userId}`, { sessionId }),
  ]);

/** Ends all sessions of a person but one. */
export const endOtherSessions = (db: ControlDb, userId: string, keptId: string, by: Writing) =>
  db.write.batch([
    db.write.delete(session).where(and(eq(session.userId, userId), ne(session.id, keptId))),
    controlEvent(db, by, 'session.revoke_others', `user:${userId}`, { keptSessionId: keptId }),
  ]);

/** Records that a person's app is switched off, which better-auth has done; no session says any more that its code was given. */
export const recordFactorOff = (db: ControlDb, userId: string, by: Writing) =>
  db.write.batch([forgetFactor(db, userId, 'code'), controlEvent(db, by, 'account.factor.disable', `user:${userId}`)]);

/** Records what a person did with their own account, where better-auth has made the change. */
export const recordAct = (db: ControlDb, userId: string, act: Act, by: Writing) =>
  controlEvent(db, by, act, `user:${userId}`);
