import { PartnerId } from '../../ids.ts';
import { err, ok } from '../../result.ts';
import type { Result } from '../../result.ts';
import type { VerdictStanding } from '../partnership/verdict.ts';
import type { Reseller } from './reseller.ts';

/** Why a Partner ID that was typed does not count. */
export type TypedMistake = 'not-an-id' | 'own-partner-id' | 'not-good' | 'not-verified';

/** What is known about a Partner ID that is typed because its reseller is not in the list. */
export interface TypedFacts<Row extends Pick<Reseller, 'partnerId'>> {
  readonly rows: readonly Row[];
  readonly ownPartnerId: string | undefined;
  /** A typed Partner ID is verified before it counts; without a network, when it is sent. */
  readonly isOnline: boolean;
  /** What verifying this Partner ID found; undefined while nobody did. */
  readonly standing: VerdictStanding | undefined;
}

/** A Partner ID that may be credited, and the reseller of the list that has it, if one does. */
export interface TypedPartner<Row> {
  readonly partnerId: PartnerId;
  readonly row?: Row;
}

/**
 * "Indirect reseller not listed? Enter Partner ID", Verify (portal task T5). Never the provider's own (story F18); agreement and
 * region are part of the verification.
 */
export function typedPartner<Row extends Pick<Reseller, 'partnerId'>>(
  text: string, { rows, ownPartnerId, isOnline, standing }: TypedFacts<Row>,
): Result<TypedPartner<Row>, TypedMistake> {
  const parsed = PartnerId.safeParse(text.trim());
  if (!parsed.success) return err('not-an-id');
  const partnerId = parsed.data;
  if (partnerId === ownPartnerId) return err('own-partner-id');
  // What was verified a moment ago counts for a reseller of the list too.
  if (isOnline && standing !== undefined && standing !== 'good') return err('not-good');
  const row = rows.find((one) => one.partnerId === partnerId);
  if (row !== undefined) return ok({ partnerId, row });
  return isOnline && standing === undefined ? err('not-verified') : ok({ partnerId });
}
