import { useTranslation } from 'react-i18next';
import type { CancellationWindow, TimeLeft } from '../../shared/domain/order/cancellation-window.ts';
import type { Subscription } from '../../shared/domain/subscription/subscription.ts';
import type { OperationOf } from '../../shared/sync/operation.ts';
import { subscriptionStatus } from '../text/commerce-words.ts';
import { durationWords } from '../text/duration-words.ts';
import { operationSign, operationStatus, operationTitle } from '../text/operation-words.ts';
import { DateText } from './date-text.tsx';
import { StatusMark } from './status-mark.tsx';
import { TextLink } from './text-link.tsx';

/** Where a subscription stands between "can still be cancelled" and "is owed". */
export interface WindowShown {
  readonly subscription: Subscription;
  readonly window: CancellationWindow | undefined;
  /** Undefined when the window is over or not known. */
  readonly left: TimeLeft | undefined;
  /** A cancellation that was confirmed here and is not at its end. */
  readonly underWay: OperationOf<'cancel-subscription'> | undefined;
  /** No longer active, and whether it was cancelled. */
  readonly isOver: boolean;
  readonly isCancelled: boolean;
}

/** How long a subscription can still be cancelled, or why not any more. */
export function WindowWords({ one }: { readonly one: WindowShown }) {
  const { t, i18n } = useTranslation();
  const { subscription, window, left, underWay, isOver } = one;
  if (underWay !== undefined) {
    return (
      <>
        <TextLink to={`/outbox/${underWay.id}`}>{operationTitle(t, underWay)}</TextLink>{' '}
        <StatusMark kind={operationSign(underWay)}>{operationStatus(t, underWay)}</StatusMark>
      </>
    );
  }
  if (one.isCancelled) return <StatusMark kind="stopped">{t('order.cancellation.done')}</StatusMark>;
  if (isOver) return <StatusMark kind="stopped">{subscriptionStatus(t, subscription.status).words}</StatusMark>;
  if (window === undefined) return <>{t('order.cancellation.unknown')}</>;
  const until = <DateText instant={window.until} as="exact" />;
  const estimate = window.isEstimate && <>{' '}{t('order.cancellation.estimate')}</>;
  if (left === undefined) return <>{t('order.cancellation.over')} {until}.{estimate}</>;
  return (
    <>
      <strong>{t('order.cancellation.left', { time: durationWords(i18n.language, left) })}</strong>
      {' '}{t('order.cancellation.until')} {until}.{estimate}
      {' '}<RefundWords subscription={subscription} />
    </>
  );
}

/** What a cancellation gives back, by the server's refund options. */
export function RefundWords({ subscription }: { readonly subscription: Pick<Subscription, 'refundOptions'> }) {
  const { t } = useTranslation();
  const options = subscription.refundOptions ?? [];
  if (options.length === 0) return <>{t('order.cancellation.refundUnknown')}</>;
  return options.map(({ type, expiresAt }, index) => (
    <span key={`${type} ${expiresAt ?? ''}`}>
      {index > 0 && ' '}
      {refundWords(type)}
      {expiresAt !== undefined && <> <DateText instant={expiresAt} as="exact" />.</>}
    </span>
  ));

  function refundWords(type: string): string {
    if (type.toLowerCase() === 'full') return t('order.cancellation.refundFull');
    return type.toLowerCase() === 'partial' ? t('order.cancellation.refundPartial') : t('order.cancellation.refundOther', { type });
  }
}
