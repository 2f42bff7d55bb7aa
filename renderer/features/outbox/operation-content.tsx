import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { lineTotal } from '../../../shared/domain/cart/totals.ts';
import type { Operation, OperationOf } from '../../../shared/sync/operation.ts';
import { useFormat } from '../../text/use-format.ts';
import { DateText } from '../../ui/date-text.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import type { Fact } from '../../ui/fact-list.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { Panel } from '../../ui/panel.tsx';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums', marginTop: '12px' },
  head: {
    textAlign: 'left',
    padding: '4px 12px 4px 0',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
  },
  cell: { padding: '6px 12px 6px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, verticalAlign: 'top' },
  end: { textAlign: 'right' },
  soft: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** What was confirmed, in words. */
export function OperationContent({ operation }: { readonly operation: Operation }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('outbox.content')}>
      {operation.kind === 'create-customer' && <CustomerContent operation={operation} />}
      {operation.kind === 'confirm-agreement' && <AgreementContent operation={operation} />}
      {operation.kind === 'place-order' && <OrderContent operation={operation} />}
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
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const credited = useResellerFacts(operation.payload);
  const { customerName, lines, currency } = operation.payload;
  const end = mergeClasses(styles.cell, styles.end);
  return (
    <>
      <FactList facts={[{ label: t('carts.customer'), value: customerName }, ...credited]} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              {t('carts.product')}
            </th>
            <th scope="col" className={mergeClasses(styles.head, styles.end)}>
              {t('carts.seats')}
            </th>
            <th scope="col" className={mergeClasses(styles.head, styles.end)}>
              {currency}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td className={styles.cell}>
                {line.title}
                <div className={styles.soft}>
                  {t('carts.termAndCycle', {
                    term: t(`carts.term.${line.termDuration}`),
                    cycle: t(`carts.cycle.${line.billingCycle}`),
                  })}
                  {line.partnerId !== undefined && ` · ${t('resellerChoice.partnerId', { partnerId: line.partnerId })}`}
                </div>
              </td>
              <td className={end}>{format.number(line.quantity)}</td>
              <td className={end}>
                <MoneyText money={lineTotal(line)} isBare />{' '}
                <span className={styles.soft}>{t(`carts.per.${line.billingCycle}`)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
