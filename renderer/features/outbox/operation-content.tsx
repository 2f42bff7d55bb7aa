import { useTranslation } from 'react-i18next';
import type { CartLine } from '../../../shared/domain/cart/cart-line.ts';
import { lineTotal } from '../../../shared/domain/cart/totals.ts';
import type { Operation, OperationOf } from '../../../shared/sync/operation.ts';
import { useFormat } from '../../text/use-format.ts';
import { CartLinesTable } from '../../ui/cart-lines-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import type { Fact } from '../../ui/fact-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CancellationContent } from './cancellation-content.tsx';
import { ChangeContent } from './change-content.tsx';
import { EditContent } from './edit-content.tsx';
import { UpgradeContent } from './upgrade-content.tsx';
import { ResetContent } from './reset-content.tsx';
import { QualificationContent } from './qualification-content.tsx';

/** What was confirmed, in words. */
export function OperationContent({ operation }: { readonly operation: Operation }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('outbox.content')}>
      {operation.kind === 'create-customer' && <CustomerContent operation={operation} />}
      {operation.kind === 'confirm-agreement' && <AgreementContent operation={operation} />}
      {operation.kind === 'place-order' && <OrderContent operation={operation} />}
      {operation.kind === 'reset-password' && <ResetContent operation={operation} />}
      {operation.kind === 'cancel-subscription' && <CancellationContent operation={operation} />}
      {operation.kind === 'transition-subscription' && <UpgradeContent operation={operation} />}
      {operation.kind === 'change-subscription' && <EditContent operation={operation} />}
      {operation.kind === 'set-support-contact' && <ChangeContent operation={operation} />}
      {operation.kind === 'request-qualification' && <QualificationContent operation={operation} />}
    </Panel>
  );
}

function useResellerFacts({ reseller }: OperationOf<'create-customer' | 'place-order'>['payload']): readonly Fact[] {
  const { t } = useTranslation();
  if (reseller.kind === 'direct') return [{ label: t('resellerChoice.resellerLabel'), value: t('resellerChoice.noneDirect') }];
  return [
    { label: t('resellerChoice.resellerLabel'), value: reseller.name },
    { label: t('resellerChoice.partnerIdLabel'), value: reseller.partnerId },
  ];
}

function CustomerContent({ operation }: { readonly operation: OperationOf<'create-customer'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const credited = useResellerFacts(operation.payload);
  const { form } = operation.payload;
  const { address } = form;
  const place = [
    address.addressLine1,
    address.addressLine2,
    `${address.postalCode} ${address.city}`.trim(),
    address.state,
    format.country(address.country),
  ];
  return (
    <FactList
      facts={[
        { label: t('newCustomer.field.companyName'), value: form.companyName },
        { label: t('newCustomer.field.domain'), value: form.domain },
        ...credited,
        { label: t('newCustomer.field.address'), value: place.filter((part) => part !== '').join(', ') },
        { label: t('newCustomer.contactTitle'), value: `${form.firstName} ${form.lastName}, ${form.email}` },
        ...(form.registrationNumber === ''
          ? []
          : [{ label: t('newCustomer.field.registrationNumber'), value: form.registrationNumber }]),
      ]}
    />
  );
}

function AgreementContent({ operation }: { readonly operation: OperationOf<'confirm-agreement'> }) {
  const { t } = useTranslation();
  const { contact, customerName, dateAgreed } = operation.payload;
  return (
    <FactList
      facts={[
        { label: t('carts.customer'), value: customerName },
        { label: t('outbox.acceptedBy'), value: `${contact.firstName} ${contact.lastName}, ${contact.email}` },
        { label: t('carts.agreement.date'), value: <DateText instant={dateAgreed} as="date" /> },
      ]}
    />
  );
}

function OrderContent({ operation }: { readonly operation: OperationOf<'place-order'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const credited = useResellerFacts(operation.payload);
  const { customerName, lines, currency } = operation.payload;
  const terms = ({ termDuration, billingCycle }: CartLine): string =>
    t('carts.termAndCycle', { term: t(`carts.term.${termDuration}`), cycle: t(`carts.cycle.${billingCycle}`) });
  return (
    <>
      <FactList facts={[{ label: t('carts.customer'), value: customerName }, ...credited]} />
      <CartLinesTable
        headers={[t('carts.product'), t('carts.seats'), currency]}
        rows={lines.map((line) => ({
          id: line.id,
          title: line.title,
          notes: [terms(line), ...(line.partnerId === undefined ? [] : [t('resellerChoice.partnerId', { partnerId: line.partnerId })])],
          seats: format.number(line.quantity),
          total: lineTotal(line),
          per: t(`carts.per.${line.billingCycle}`),
        }))}
      />
    </>
  );
}
