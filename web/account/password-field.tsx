/** The password that an act on the account wants anew; it is never filled in by us. */
export function PasswordField({ id, label }: { id: string; label: string }) {
  return (
    <>
      <label for={id}>{label}</label>
      <input type="password" id={id} name="password" autocomplete="current-password" required />
    </>
  );
}
