import { useTranslation } from 'react-i18next';
import { isCancelled } from '../../../shared/domain/subscription/subscription.ts';
import { subscriptionStatus } from '../../text/commerce-words.ts';
import { durationWords } from '../../text/duration-words.ts';
import { operationSign, operationStatus, operationTitle } from '../../text/operation-words.ts';
import { DateText } from '../../ui/date-text.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import type { Cancellable } from './cancellable.ts';

/** How long a line can still be cancelled, or why not any more. */
export function WindowWords({ one }: { readonly one: Cancellable }) {
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
  if (isCancelled(subscription)) return <StatusMark kind="stopped">{t('order.cancellation.done')}</StatusMark>;
  if (isOver) return <StatusMark kind="stopped">{subscriptionStatus(t, subscription.status).words}</StatusMark>;
  if (window === undefined) return <>{t('order.cancellation.unknown')}</>;
  const until = <DateText instant={window.until} as="exact" />;
  const estimate = window.isEstimate && <>{' '}{t('order.cancellation.estimate')}</>;
  if (left === undefined) return <>{t('order.cancellation.over')} {until}.{estimate}</>;
  return (
    <>
      <strong>{t('order.cancellation.left', { time: durationWords(i18n.language, left) })}</strong>
      {' '}{t('order.cancellation.until')} {until}.{estimate}
      {' '}<RefundWords one={one} />
    </>
  );
}

/** What a cancellation gives back, by the server's refund options. */
export function RefundWords({ one: { subscription } }: { readonly one: Cancellable }) {
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
