import type { AccountKind } from '../account.ts';

/** How the acceptance of the Microsoft Customer Agreement is seen to: the customer is invited, or we attest that it accepted. */
export const agreementWays = ['invite', 'attest'] as const;
export type AgreementWay = (typeof agreementWays)[number];

/** What an account allows. */
export const agreementChoices = ['invite', 'attest', 'both'] as const;
export type AgreementChoice = (typeof agreementChoices)[number];

/** Name of the account's setting. */
export const agreementSetting = 'agreement.ways';

/**
 * Attesting through the interface needs Microsoft's enhanced attestation since 5 January 2026, which most accounts do not
 * have: a new account invites. The practice tenant takes both, so that both can be learnt.
 */
export function agreementChoiceOf(setting: string | undefined, kind: AccountKind): AgreementChoice {
  return agreementChoices.find((choice) => choice === setting) ?? (kind === 'practice' ? 'both' : 'invite');
}

/** The ways a choice leaves, the one to begin with first. */
export const waysOf = (choice: AgreementChoice): readonly AgreementWay[] => (choice === 'both' ? ['attest', 'invite'] : [choice]);
