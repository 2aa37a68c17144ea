/** What a person has done about a commune's file before it is to be verified, by account. */
export interface EarlierDuties {
  /** Who made the links that its answers were saved or handed in by, and so saw their tokens. */
  linkMakers: readonly (string | null)[];
}

/**
 * Whether somebody may verify a file: not who may have filled it (docs/domain.md §5). Making a link shows its token, so whoever
 * made one that was used counts as having filled. That who verified does not decide on recognition is asked where that is decided.
 */
export const mayVerify = (userId: string, { linkMakers }: EarlierDuties): boolean => !linkMakers.includes(userId);
