import type { KeptForm } from './view.ts';

/** A form that was refused for want of a proof, as it goes along with the pages on which its person proves who they are. */
export function CarriedForm({ kept }: { kept: KeptForm | null | undefined }) {
  return kept ? <input type="hidden" name="kept" value={JSON.stringify(kept)} /> : null;
}

/** The same form again, field by field, to be sent with one button. */
export function SendAgain({ kept, submit, secondary }: { kept: KeptForm; submit: string; secondary?: boolean }) {
  return (
    <form class={secondary ? 'other-way' : undefined} method="post" action={kept.action}>
      {kept.fields.map(([name, value], index) => (
        <input type="hidden" key={`${index} ${name}`} name={name} value={value} />
      ))}
      <button type="submit" class={secondary ? 'secondary' : undefined}>
        {submit}
      </button>
    </form>
  );
}
