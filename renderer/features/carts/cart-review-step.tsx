import {
  Checkbox,
  Field,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CartProblem } from '../../../shared/domain/cart/cart-rules.ts';
import { isSameOrder } from '../../../shared/domain/cart/cart-rules.ts';
import type { CartDraft } from '../../../shared/domain/draft.ts';
import { lineTotal } from '../../../shared/domain/cart/totals.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { useLive } from '../../platform/services.tsx';
import { useFormat } from '../../text/use-format.ts';
import { CartLinesTable } from '../../ui/cart-lines-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { DomainText } from '../../ui/domain-text.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import type { Fact } from '../../ui/fact-list.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SendPlan } from '../../ui/send-plan.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { useLineNotes } from './lines/use-line-notes.ts';
import { CartDeparture } from './cart-departure.tsx';
import { hasPracticePrices, useCartPlan } from './cart-summary.tsx';
import { TotalsList } from './totals-list.tsx';
import type { CartState } from './use-cart.ts';

const useStyles = makeStyles({
  soft: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  body: { whiteSpace: 'normal' },
});

export interface CartReviewStepProps {
  readonly state: CartState;
  readonly isChecked: boolean;
  readonly onStep: (step: CartProblem['step']) => void;
}

/** Everything once more before Buy: lines with their reseller, totals, whom for, and the partner's own confirmation. */
export function CartReviewStep({ state, isChecked, onStep }: CartReviewStepProps) {
  const { t } = useTranslation();
  const plan = useCartPlan(state);
  const { cart, change, problems } = state;
  const isAttestationMissing = isChecked && problems.some((problem) => problem.code === 'attestation-missing');
  return (
    <>
      <SameOrderNotice state={state} />
      <Panel title={t('carts.reviewFor')}>
        <FactList
          facts={[
            { label: t('carts.customer'), value: cart.customerName },
            { label: t('newCustomer.summaryDomain'), value: <DomainText domain={cart.domain} /> },
            {
              label: t('carts.tenant'),
              value: cart.customer.kind === 'tenant' ? cart.customer.customerId : t('carts.tenantWaiting'),
            },
            { label: t('carts.agreement.title'), value: <AgreementFact state={state} /> },
            ...orderFacts(t, cart),
          ]}
        />
      </Panel>
      <Panel title={t('carts.reviewLines')} actions={<LinkButton size="small" to={`/quotes/${cart.id}`}>{t('quote.ofCart')}</LinkButton>}>
        <LinesTable state={state} />
        <TotalsList cart={cart} isPractice={hasPracticePrices(state)} />
      </Panel>
      <CartDeparture state={state} onStep={onStep} />
      <Panel title={t('carts.attestationTitle')}>
        <Field
          hint={t('carts.attestationNote')}
          {...(isAttestationMissing ? { validationMessage: t('cartProblem.attestation-missing') } : {})}
        >
          <Checkbox
            required
            label={t('carts.attestation')}
            checked={cart.attestationAccepted}
            onChange={(_event, data) => change({ attestationAccepted: data.checked === true })}
          />
        </Field>
      </Panel>
      <Panel title={t('sendPlan.title')}>
        <SendPlan isUntitled steps={plan} />
      </Panel>
    </>
  );
}

/** What was written about the order; what was not is left out. */
function orderFacts(t: TFunction, { purchaseOrderReference, additionalPartnerIds, notes }: CartDraft): readonly Fact[] {
  return [
    ...(purchaseOrderReference === undefined ? [] : [{ label: t('carts.about.reference'), value: purchaseOrderReference }]),
    ...(additionalPartnerIds === undefined ? [] : [{ label: t('carts.further.label'), value: additionalPartnerIds.join(', ') }]),
    ...(notes === undefined ? [] : [{ label: t('carts.about.notes'), value: notes }]),
  ];
}

function AgreementFact({ state }: { readonly state: CartState }) {
  const { t } = useTranslation();
  const { agreement } = state.cart;
  if (agreement === undefined) return t('carts.agreement.open');
  if (agreement.kind === 'on-file') return t('carts.agreement.onFileShort');
  const person = `${agreement.contact.firstName} ${agreement.contact.lastName}`;
  if (agreement.kind === 'invited') return t('carts.agreement.invitedShort', { person });
  return (
    <>
      {t('carts.agreement.acceptedBy', { person })} <DateText instant={agreement.dateAgreed} as="date" />
    </>
  );
}

function LinesTable({ state }: { readonly state: CartState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { cart } = state;
  const notesOf = useLineNotes(cart);
  return (
    <CartLinesTable
      headers={[t('carts.product'), t('carts.seats'), cart.currency]}
      rows={cart.lines.map((line) => ({
        id: line.id,
        title: line.title,
        isUnder: line.addonOf?.kind === 'line',
        notes: notesOf(line),
        seats: format.number(line.quantity),
        total: lineTotal(line),
        per: t(`carts.per.${line.billingCycle}`),
      }))}
    />
  );
}

const recentMs = 24 * 3600 * 1000;
const isRecent = (operation: Operation): boolean => {
  const { state } = operation;
  return state.name === 'done' ? Date.now() - Date.parse(state.at) < recentMs : state.name !== 'cancelled';
};

/** The same order confirmed a moment ago: perhaps meant, perhaps a second time. */
function SameOrderNotice({ state }: { readonly state: CartState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const operations = useLive((work) => work.operations(), []) ?? [];
  const twin = operations.find((one) => one.kind === 'place-order' && isRecent(one) && isSameOrder(state.cart, one.payload));
  if (twin === undefined || state.cart.lines.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{t('carts.sameOrder.title')}</MessageBarTitle>
        <div>
          {t('carts.sameOrder.text')} <DateText instant={twin.createdAt} />.{' '}
          <TextLink isInline to={`/outbox/${twin.id}`}>
            {t('carts.sameOrder.link')}
          </TextLink>
        </div>
      </MessageBarBody>
    </MessageBar>
  );
}
