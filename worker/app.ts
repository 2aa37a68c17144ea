import { Hono } from 'hono';
import { accountPasskeys } from './account/passkey-routes.ts';
import { account } from './account/routes.ts';
import { logPages, platformLogPages } from './audit/pages.ts';
import { platformEvents, provinceEvents } from './audit/routes.ts';
import { signInAgain } from './auth/again.ts';
import { oidcSignIn } from './auth/oidc-routes.ts';
import { passkeySignIn } from './auth/passkey/routes.ts';
import { signIn } from './auth/routes.ts';
import { calendarFeed } from './calendar/feed.ts';
import { calendar, calendarFeeds } from './calendar/routes.ts';
import { completeness } from './completeness/routes.ts';
import { consolePages } from './console/routes.ts';
import type { App } from './env.ts';
import { pinPages } from './fill/pin-routes.ts';
import { fill } from './fill/routes.ts';
import { forms } from './forms/routes.ts';
import { health } from './health/routes.ts';
import { bodySize } from './http/body-size.ts';
import { onError } from './http/errors.ts';
import { measured } from './http/measured.ts';
import { nothingThere } from './http/methods.ts';
import { rateLimit } from './http/rate-limit.ts';
import { sameOrigin } from './http/same-origin.ts';
import { requestId, security } from './http/security.ts';
import { tenant } from './http/tenant.ts';
import { invitationPages } from './invitations/pages.ts';
import { platformInvitations, provinceInvitations } from './invitations/routes.ts';
import { lastUse } from './keys/last-use.ts';
import { keyPages } from './keys/pages.ts';
import { keys } from './keys/routes.ts';
import { firstVisit } from './links/first-visit.ts';
import { forgetGone } from './links/link-cookie.ts';
import { linkPages } from './links/pages.ts';
import { links } from './links/routes.ts';
import { preview } from './preview/routes.ts';
import { fleetPages } from './provinces/pages.ts';
import { provinces } from './provinces/routes.ts';
import { readiness } from './readiness/routes.ts';
import { recognition } from './recognition/routes.ts';
import { reminders } from './reminders/routes.ts';
import { review } from './review/routes.ts';
import { rounds } from './rounds/routes.ts';
import { scores } from './scores/routes.ts';
import { securityTxt } from './security-txt/routes.ts';
import { settingsPages } from './settings/pages.ts';
import { settings } from './settings/routes.ts';
import { platformStaffPages, provinceStaffPages } from './staff/pages.ts';
import { passwordResets } from './staff/reset-routes.ts';
import { platformStaff, provinceStaff } from './staff/routes.ts';
import { submissions } from './submissions/routes.ts';
import { targets } from './targets/routes.ts';
import { unitKinds } from './units/kinds/routes.ts';
import { units } from './units/routes.ts';

/** The features of one province; each line is a folder beside this file. */
const province = new Hono<App>()
  .use(tenant)
  .use(lastUse)
  .route('/units', units)
  .route('/unit-kinds', unitKinds)
  .route('/forms', forms)
  .route('/keys', keys)
  .route('/settings', settings)
  .route('/events', provinceEvents)
  .route('/staff', provinceStaff)
  .route('/invitations', provinceInvitations)
  .route('/recognition', recognition)
  .route('/rounds/:roundId/links', links)
  .route('/rounds/:roundId/submissions', submissions)
  .route('/rounds/:roundId/readiness', readiness)
  .route('/rounds/:roundId/targets', targets)
  .route('/rounds/:roundId/scores', scores)
  .route('/rounds/:roundId/completeness', completeness)
  .route('/rounds/:roundId/review', review)
  .route('/rounds/:roundId/reminders', reminders)
  .route('/rounds', rounds)
  .route('/calendar', calendar)
  .route('/calendar-feeds', calendarFeeds);

/** The map of the service. */
export const app = new Hono<App>()
  .use(requestId)
  .use(measured)
  .use(security)
  .use(rateLimit)
  .use(bodySize)
  .use(sameOrigin)
  .get('/', (c) => c.redirect('/console', 303))
  .route('/', health)
  .route('/.well-known', securityTxt)
  .route('/', signIn)
  .route('/tai-khoan', account)
  .route('/tai-khoan/khoa-dang-nhap', accountPasskeys)
  .route('/sign-in/again', signInAgain)
  .route('/sign-in/oidc', oidcSignIn)
  .route('/sign-in/passkey', passkeySignIn)
  .route('/console/he-thong', fleetPages)
  .route('/console/he-thong/can-bo', platformStaffPages)
  .route('/console/he-thong/nhat-ky', platformLogPages)
  .route('/console/:code/can-bo', provinceStaffPages)
  .route('/console/:code/rounds/:roundId/duong-dan', linkPages)
  .route('/console/:code/forms/versions/:versionId/xem-thu', preview)
  .route('/console/:code/cai-dat', settingsPages)
  .route('/console/:code/nhat-ky', logPages)
  .route('/console/:code/tich-hop', keyPages)
  .route('/console', consolePages)
  .use('/p/:token/*', forgetGone)
  .route('/p', pinPages)
  .route('/p', fill)
  .route('/s', firstVisit)
  .route('/s', pinPages)
  .route('/s', fill)
  .route('/lich', calendarFeed)
  .route('/moi', invitationPages)
  .route('/v1/platform/provinces', provinces)
  .route('/v1/platform/staff', platformStaff)
  .route('/v1/platform/staff', passwordResets)
  .route('/v1/platform/invitations', platformInvitations)
  .route('/v1/provinces/:code', province)
  .route('/v1/platform/events', platformEvents)
  .onError(onError);

app.notFound(nothingThere(app.router));
