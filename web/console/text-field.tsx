import type { ComponentProps } from 'preact';

/** What of an input the forms say beside what every field has. */
type Input = Pick<
  ComponentProps<'input'>,
  'value' | 'required' | 'maxLength' | 'size' | 'min' | 'inputmode' | 'autocomplete' | 'autocapitalize' | 'spellcheck'
>;

interface TextFieldProps extends Input {
  type?: 'text' | 'email' | 'password' | 'date';
  /** The field's name, and its id. */
  name: string;
  label: string;
  /** What may be typed, where the label does not say it. */
  hint?: string;
  /** Whether the sentence in the page's `#error` is about it. */
  isWrong: boolean;
}

/** A field of the console's forms with its label, its hint and what is wrong with it. */
export function TextField({ name, label, hint, isWrong, type = 'text', ...input }: TextFieldProps) {
  const describedBy = [hint && `${name}-hint`, isWrong && 'error'].filter(Boolean).join(' ');
  return (
    <>
      <label class="field-label" for={name}>
        {label}
      </label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <input
        // Preact's types tell inputs apart by the roles that they may have, and none has one here.
        type={type as 'text'}
        id={name}
        name={name}
        {...input}
        aria-invalid={isWrong || undefined}
        aria-describedby={describedBy || undefined}
      />
    </>
  );
}
