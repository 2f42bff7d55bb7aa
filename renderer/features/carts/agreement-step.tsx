import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { CustomerTenantId } from '../../../shared/ids.ts';
import { waysOf } from '../../../shared/domain/customer/agreement-ways.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity, useMirror } from '../../platform/services.tsx';
import { shownVerdict } from '../../platform/shown-verdict.ts';
import { useAgreementChoice } from '../../platform/use-agreement-choice.ts';
import { useAgreementDocument } from '../../platform/use-agreement-document.ts';
import { usePartners } from '../../platform/use-partners.ts';
import { useNow } from '../../text/use-now.ts';
import { AgreementDocument } from '../../ui/agreement-document.tsx';
import { AgreementStatus } from '../../ui/agreement-status.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { VerdictLine } from '../../ui/verdict-line.tsx';
import { AgreementForm } from './agreement-form.tsx';
import type { CartState } from './use-cart.ts';

const useStyles = makeStyles({ box: { display: 'flex', flexDirection: 'column', gap: '12px' } });

export interface AgreementStepProps {
  readonly state: CartState;
  readonly isChecked: boolean;
}

/** The Microsoft Customer Agreement: on file already, or who is invited to accept it, or who accepted it and when. */
export function AgreementStep({ state, isChecked }: AgreementStepProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const choice = useAgreementChoice();
  const { agreement } = state.cart;
  const isOnFile = agreement?.kind === 'on-file';
  return (
    <>
      <Panel title={t('agreement.standing')}>
        <div className={styles.box}>
          {isOnFile ? (
            <StatusMark kind="ok">
              {t('carts.agreement.onFile')}
              {agreement.acceptedAt !== undefined && <> <DateText instant={agreement.acceptedAt} as="date" /></>}
            </StatusMark>
          ) : <CustomerStanding state={state} />}
          <TheText state={state} />
          <ResellerAgreement state={state} />
        </div>
      </Panel>
      {!isOnFile && choice !== undefined && <AgreementForm state={state} isChecked={isChecked} ways={waysOf(choice)} />}
    </>
  );
}

/** What is known here of the customer, and how old that is; one that still waits for its tenant has accepted nothing. */
function CustomerStanding({ state: { cart } }: { readonly state: CartState }) {
  const { t } = useTranslation();
  const { customer } = cart;
  const id = customer.kind === 'tenant' ? customer.customerId : '';
  const answer = useMirror(['customers'], async (mirror) => {
    const tenant = CustomerTenantId.safeParse(id);
    return { agreement: tenant.success ? (await mirror.customer(tenant.data))?.agreement : undefined };
  }, [id]);
  if (customer.kind === 'pending') return <StatusMark kind="info">{t('agreement.newCustomer')}</StatusMark>;
  return answer === undefined ? null : <AgreementStatus agreement={answer.agreement} />;
}

function TheText({ state: { cart } }: { readonly state: CartState }) {
  const { isOnline } = useConnectivity();
  const text = useAgreementDocument(cart.market, undefined);
  return <AgreementDocument text={text} isOnline={isOnline} copy={copyText} />;
}

/** The reseller's own agreement with Microsoft, as last checked. */
function ResellerAgreement({ state: { cart: { reseller } } }: { readonly state: CartState }) {
  const { t } = useTranslation();
  const now = useNow();
  const partners = usePartners();
  if (reseller?.kind !== 'reseller') return null;
  return (
    <div>
      <span>{t('agreement.ofReseller', { name: reseller.name })}</span>
      <VerdictLine verdict={shownVerdict(partners?.verdictOf(reseller.partnerId), now)} />
    </div>
  );
}
