import { languageName } from './language.ts';
import { workerTextOf } from './worker-text.ts';

interface LanguageSwitchProps {
  language: string;
  languages: string[];
  /** The id of the form on the page: the switch submits it, so that nothing typed is lost. Without one it is a link. */
  keeping?: string | undefined;
}

/** The other languages that the page can be read in, each called by its own name. */
export function LanguageSwitch({ language, languages, keeping }: LanguageSwitchProps) {
  const others = languages.filter((other) => other !== language);
  if (others.length === 0) return null;
  return (
    <nav class="languages" aria-label={workerTextOf(language).language}>
      {keeping && (
        // Enter in a field presses a form's first button, which must not be one that changes the language.
        <button
          type="submit"
          class="visually-hidden"
          form={keeping}
          name=":action"
          value="stay"
          tabIndex={-1}
          aria-hidden="true"
        />
      )}
      {others.map((other) =>
        keeping ? (
          <button key={other} type="submit" form={keeping} name=":action" value={`lang:${other}`} lang={spelt(other)}>
            {languageName(other)}
          </button>
        ) : (
          <a key={other} href={`?lang=${other}`} hreflang={other} lang={spelt(other)}>
            {languageName(other)}
          </a>
        ),
      )}
    </nav>
  );
}

/** The language that a name is written in: our names of minority languages are Vietnamese. */
function spelt(language: string): string {
  return languageName(language).startsWith('Tiếng ') ? 'vi' : language;
}
