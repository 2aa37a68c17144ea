import { ConsolePage } from '../console/console-page.tsx';
import { textOf as consoleTextOf } from '../console/text.ts';
import { formatDay, formatTime } from '../ui/format.ts';
import { renderPage } from '../ui/render.ts';
import { type InvitationText, textOf } from './text.ts';
import { faultField, type InvitationFault, type InvitationView } from './view.ts';

/** What stands behind a one-time link: what it is for, and the one thing to do about it. Nothing happens before the button. */
export function invitationPage(view: InvitationView): string {
  const { language, door, faults } = view;
  const text = textOf(language);
  const title = text.titles[door];
  return renderPage(
    <ConsolePage view={view} title={`${faults.length > 0 ? text.errorTitle : ''}${title}`}>
      <div class="sign-in">
        {faults.length > 0 && (
          <div class="notice error" role="alert">
            {faults.map((fault) => (
              <p key={fault} id={`error-${faultField[fault]}`}>
                {text.faults[fault]}
              </p>
            ))}
          </div>
        )}
        <h1>{title}</h1>
        <p class="hint">{text.bodies[door]}</p>
        {door === 'new_password' && <p class="hint">{view.removesSecondFactor ? text.factorGoes : text.factorStays}</p>}
        <Facts view={view} text={text} />
        <Act view={view} text={text} />
      </div>
    </ConsolePage>,
  );
}

/** Whom and what the link is for, and until when. */
function Facts({ view, text }: { view: InvitationView; text: InvitationText }) {
  const { language, door, email, invitedBy, places, expiresAt, user } = view;
  const { role } = consoleTextOf(language).provinceChoice;
  const isReset = door === 'new_password';
  const facts: [string, string][] = [
    ...(email === null ? [] : [[isReset ? text.account : text.invited, email] as [string, string]]),
    ...(user && (door === 'other' || email === null)
      ? [[text.signedInAs, `${user.name} (${user.email})`] as [string, string]]
      : []),
    ...(isReset || email === null ? [] : [[text.by, invitedBy ?? text.bySystem] as [string, string]]),
    ...places.map(({ name, roles }): [string, string] => [
      name === null ? text.rolesEverywhere : text.rolesIn(name),
      roles.map(role).join(', '),
    ]),
    [text.until, text.at(formatTime(expiresAt), formatDay(expiresAt))],
  ];
  return (
    <dl class="facts">
      {facts.map(([term, fact]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

function Act({ view, text }: { view: InvitationView; text: InvitationText }) {
  const { door, action } = view;
  const submit = text.submits[door];
  if (door === 'sign_in') {
    return (
      <p>
        <a class="button" href={`/sign-in?next=${encodeURIComponent(action)}`}>
          {submit}
        </a>
      </p>
    );
  }
  return (
    <form method="post" action={door === 'other' ? '/sign-out' : action}>
      {door !== 'take' && door !== 'other' && <Fields view={view} text={text} />}
      <button type="submit">{submit}</button>
    </form>
  );
}

function Fields({ view, text }: { view: InvitationView; text: InvitationText }) {
  const { door, email, typed, faults } = view;
  const described = (field: (typeof faultField)[InvitationFault], ...others: string[]) => {
    const wrong = faults.some((fault) => faultField[fault] === field);
    return {
      'aria-invalid': wrong ? ('true' as const) : undefined,
      'aria-describedby': [...others, ...(wrong ? [`error-${field}`] : [])].join(' ') || undefined,
    };
  };
  return (
    <>
      {door !== 'new_password' && (
        <>
          <label for="name">{text.name}</label>
          <input
            type="text"
            id="name"
            name="name"
            autocomplete="name"
            maxlength={100}
            required
            value={typed.name}
            {...described('name')}
          />
        </>
      )}
      {/* Not shown where the link says whom it is for: a password manager keeps the password under the address all the same. */}
      <div hidden={door !== 'new_operator'}>
        <label for="email">{text.email}</label>
        <input
          type="email"
          id="email"
          name="email"
          autocomplete="username"
          required
          readonly={door !== 'new_operator'}
          value={email ?? typed.email}
          {...described('email')}
        />
      </div>
      <label for="password">{text.password}</label>
      <input
        type="password"
        id="password"
        name="password"
        autocomplete="new-password"
        minlength={12}
        maxlength={128}
        required
        {...described('password', 'password-hint')}
      />
      <p class="hint" id="password-hint">
        {text.hint}
      </p>
    </>
  );
}
