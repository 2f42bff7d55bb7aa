import { useTranslation } from 'react-i18next';
import type { Failure, FailureCode } from '../../../shared/contract/failure.ts';
import { isChange } from '../../../shared/sync/operation.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { copyText } from '../../platform/copy-text.ts';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { changedPath } from './change-paths.ts';

export type NextStepKind = 'schedule' | 'open' | 'buy' | 'customer';

/** What a refusal of a change of a subscription leads to (failure story F25: what cannot shrink now is scheduled). */
const stepOf: Partial<Record<FailureCode, NextStepKind>> = {
  'seats-fixed': 'schedule',
  'billing-fixed': 'schedule',
  'term-not-possible': 'schedule',
  'subscription-suspended': 'open',
  'status-not-possible': 'open',
  'cancellation-window-over': 'open',
  'subscription-over': 'buy',
  'seats-not-changeable': 'buy',
  'auto-renew-not-possible': 'buy',
  'parent-not-active': 'customer',
  'subscription-not-found': 'customer',
  'azure-plan-in-use': 'customer',
};

const wantedSeats = (operation: Operation): number | undefined =>
  operation.kind === 'change-subscription' ? operation.payload.edits.quantity : undefined;

/** Where the next step of a refused change is done; undefined where the words alone say it. */
function nextStep(operation: Operation, code: FailureCode): { readonly kind: NextStepKind; readonly to: string } | undefined {
  const kind = stepOf[code];
  if (kind === undefined || !isChange(operation)) return undefined;
  const { customer } = operation.payload;
  const path = changedPath(operation);
  if (path === undefined || customer.kind !== 'tenant') return undefined;
  const to = {
    schedule: `${path}?schedule=${wantedSeats(operation) ?? ''}`,
    open: path,
    buy: `/carts/new?customer=${customer.customerId}`,
    customer: `/customers/${customer.customerId}`,
  }[kind];
  return { kind, to };
}

/** Why the server said no, and the way to what can be done about it. */
export function RefusalMessage({ operation, failure }: { readonly operation: Operation; readonly failure: Failure }) {
  const { t } = useTranslation();
  const next = nextStep(operation, failure.code);
  return (
    <FailureMessage
      failure={failure} copy={copyText}
      {...(next && { actions: <LinkButton size="small" to={next.to}>{t(`outbox.next.${next.kind}`)}</LinkButton> })}
    />
  );
}
