import { Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CartDraft } from '../../../shared/domain/draft.ts';
import { isActive } from '../../../shared/domain/reseller/reseller.ts';
import { DomainText } from '../../ui/domain-text.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { useResellerFacts } from '../../ui/reseller-facts.tsx';
import { SendPlan } from '../../ui/send-plan.tsx';
import type { PlannedStep } from '../../ui/send-plan.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TotalsList } from './totals-list.tsx';
import type { CartState } from './use-cart.ts';

const useStyles = makeStyles({
  part: { marginTop: '12px' },
  fixed: { margin: '4px 0 0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Confirming the agreement, or waiting for the customer's own acceptance; nothing where it is on file. */
function agreementSteps(t: TFunction, { agreement, customerName: name }: CartDraft): readonly PlannedStep[] {
  if (agreement === undefined) return [{ id: 'agreement', text: t('carts.plan.agreement', { name }) }];
  if (agreement.kind === 'on-file') return [];
  const person = `${agreement.contact.firstName} ${agreement.contact.lastName}`;
  return agreement.kind === 'invited'
    ? [{ id: 'agreement', text: t('carts.plan.agreementInvited', { person }), note: t('carts.plan.agreementInvitedNote') }]
    : [{ id: 'agreement', text: t('carts.plan.agreementBy', { person }) }];
}

/** What will be sent for a cart, in order (stepsOf), with the customer first while it is itself still waiting. */
export function useCartPlan({ cart }: CartState): readonly PlannedStep[] {
  const { t } = useTranslation();
  const name = cart.customerName;
  const { reseller } = cart;
  return [
    ...(cart.customer.kind === 'pending'
      ? [{ id: 'customer', text: t('carts.plan.customer', { name }), note: t('carts.plan.customerNote') }]
      : []),
    ...agreementSteps(t, cart),
    ...(reseller?.kind === 'direct'
      ? []
      : [
          {
            id: 'reseller',
            text: reseller === undefined ? t('carts.plan.reseller') : t('carts.plan.resellerNamed', { name: reseller.name }),
          },
        ]),
    { id: 'prices', text: t('carts.plan.prices'), note: t('carts.plan.pricesNote') },
    ...(cart.lines.some((line) => line.promotion !== undefined)
      ? [{ id: 'promotions', text: t('carts.plan.promotions', { name }), note: t('carts.plan.promotionsNote') }]
      : []),
    { id: 'buy', text: t('carts.plan.buy', { count: cart.lines.length, name }) },
  ];
}

/** True when a price in the cart is an invented one of the practice tenant. */
export const hasPracticePrices = ({ catalogue }: CartState): boolean =>
  [...catalogue.offers.values()].some((offer) => offer.isPracticePrice);

/** Beside the steps: for whom, through whom, how much, and what will be sent. */
export function CartSummary({ state }: { readonly state: CartState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const plan = useCartPlan(state);
  const { cart, reseller } = state;
  const { row } = reseller;
  const partnerId = cart.reseller?.kind === 'reseller' ? cart.reseller.partnerId : '';
  const resellerFacts = useResellerFacts({
    partnerId, isActive: row !== undefined && isActive(row), readAt: reseller.readAt, verdict: reseller.verdict,
  });
  const name =
    cart.reseller === undefined ? '' : cart.reseller.kind === 'direct' ? t('resellerChoice.noneDirect') : cart.reseller.name;
  return (
    <>
      <Subtitle2 as="h2" block>
        {t('newCustomer.summary')}
      </Subtitle2>
      <FactList
        facts={[
          ...(cart.name === undefined ? [] : [{ label: t('carts.cart'), value: cart.name }]),
          { label: t('carts.customer'), value: cart.customerName },
          { label: t('newCustomer.summaryDomain'), value: <DomainText domain={cart.domain} /> },
          {
            label: t('carts.tenant'),
            value:
              cart.customer.kind === 'tenant' ? (
                cart.customer.customerId
              ) : (
                <StatusMark kind="waiting">{t('carts.tenantWaiting')}</StatusMark>
              ),
          },
          { label: t('resellerChoice.resellerLabel'), value: name },
          ...(cart.reseller?.kind === 'reseller' ? resellerFacts : []),
        ]}
      />
      <p className={styles.fixed}>{t('carts.customerFixed', { name: cart.customerName })}</p>
      <div className={styles.part}>
        <TotalsList hasLineCount cart={cart} isPractice={hasPracticePrices(state)} />
      </div>
      <SendPlan steps={plan} />
    </>
  );
}
