import type { TFunction } from 'i18next';
import type { RowOutcome } from '../../../../shared/domain/bulk/outcomes.ts';
import { lineProblems } from '../../../../shared/domain/bulk/read-changes.ts';
import { withEdits } from '../../../../shared/domain/subscription/edited-fields.ts';
import type { SubscriptionEdits, SubscriptionFields } from '../../../../shared/domain/subscription/subscription-edits.ts';
import type { SupportContact } from '../../../../shared/domain/subscription/subscription.ts';
import { partnerName, subscriptionStatus } from '../../../text/commerce-words.ts';
import { endWords } from '../../../text/edit-words.ts';
import type { Format } from '../../../text/format.ts';
import type { StatusKind } from '../../../ui/status-mark.tsx';

export interface EffectParts {
  readonly base?: SubscriptionFields | undefined;
  readonly edits?: SubscriptionEdits | undefined;
  readonly contact?: SupportContact | undefined;
  readonly contactBefore?: SupportContact | undefined;
}

export interface EffectWords {
  readonly t: TFunction;
  readonly format: Format;
  /** The reseller behind a Partner ID; empty where it is not known. */
  readonly nameOf: (partnerId: string) => string;
}

const arrow = (before: string, after: string): string => `${before} → ${after}`;

/** What becomes of a row, each from what to what. */
export function effectWords({ base, edits = {}, contact, contactBefore }: EffectParts, { t, format, nameOf }: EffectWords): readonly string[] {
  const { quantity, status, autoRenewEnabled, atTermEnd, reseller, friendlyName } = edits;
  const onOff = (value: boolean): string => t(value ? 'bulk.on' : 'bulk.off');
  const partner = (partnerId: string | undefined, name = ''): string =>
    partnerId === undefined ? t('bulk.nobody') : partnerName(t, { partnerId, name: name || nameOf(partnerId) });
  const statusOf = (value: string): string => subscriptionStatus(t, value).words;
  const lines = base === undefined ? [] : [
    quantity !== undefined && t('bulk.effect.seats', { change: arrow(format.number(base.quantity), format.number(quantity)) }),
    status !== undefined && t('bulk.effect.status', { change: arrow(statusOf(base.status), statusOf(status)) }),
    atTermEnd !== undefined && t('bulk.effect.atEnd', { change: arrow(endWords(t, base), endWords(t, withEdits(base, edits))) }),
    atTermEnd === undefined && autoRenewEnabled !== undefined
      && t('bulk.effect.renewal', { change: arrow(onOff(base.autoRenewEnabled), onOff(autoRenewEnabled)) }),
    reseller !== undefined && t('bulk.effect.reseller', { change: arrow(partner(base.partnerId), partner(reseller.partnerId, reseller.name)) }),
    friendlyName !== undefined && t('bulk.effect.name', { change: arrow(base.friendlyName || '–', friendlyName) }),
  ];
  const support = contact !== undefined && t('bulk.effect.contact', { change: arrow(contactBefore?.name ?? t('bulk.notRead'), contact.name) });
  return [...lines, support].filter((line) => line !== false);
}

const isLineProblem = (why: string): boolean => lineProblems.some((problem) => problem === why);

/** Why a row, or a line of a file, is not done. */
export const whyWords = (t: TFunction, why: string): string =>
  isLineProblem(why) ? t(`bulk.line.${why}`, { defaultValue: why }) : t(`bulk.why.${why}`, { defaultValue: why });

export const outcomeSigns: Readonly<Record<RowOutcome, StatusKind>> = {
  refused: 'refused', decision: 'attention', unknown: 'sending', waiting: 'waiting', stopped: 'stopped', done: 'ok', there: 'ok', lost: 'attention',
};
