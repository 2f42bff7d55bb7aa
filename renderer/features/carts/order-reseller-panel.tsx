import { useTranslation } from 'react-i18next';
import { isActive } from '../../../shared/domain/reseller/reseller.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity } from '../../platform/services.tsx';
import { useVerifyPartnerId } from '../../platform/use-verify-partner-id.ts';
import { Panel } from '../../ui/panel.tsx';
import { PartnerIdEntry } from '../../ui/partner-id-entry.tsx';
import { ResellerChoice } from '../../ui/reseller-choice.tsx';
import { ResellerFacts } from '../../ui/reseller-facts.tsx';
import { VerdictLine } from '../../ui/verdict-line.tsx';
import type { CartState } from './use-cart.ts';
import type { TypedPick } from './use-order-reseller.ts';

export interface OrderResellerPanelProps {
  readonly state: CartState;
  readonly isChecked: boolean;
}

/** Who is credited for the order: picked from the list, or entered by Partner ID and verified (portal tasks T5, T9). */
export function OrderResellerPanel({ state, isChecked }: OrderResellerPanelProps) {
  const { t } = useTranslation();
  const { reseller, pickReseller } = state;
  const { pick, row, verdict } = reseller;
  const { typed } = pick;
  const error = !reseller.chosen.ok && isChecked ? t(`resellerChoice.error.${reseller.chosen.error}`) : undefined;
  const isKnown = typed !== undefined && verdict !== undefined;
  return (
    <Panel title={t('newCustomer.resellerTitle')}>
      <ResellerChoice
        purpose="order" options={reseller.options} pick={pick} error={error}
        onPick={(next) => pickReseller({ ...next, ...(typed === undefined ? {} : { typed }) })}
        typed={{
          isTyped: typed !== undefined,
          onTyped: (isTyped) => pickReseller({ isDirect: false, isDirectConfirmed: false, ...(isTyped ? { typed: { text: '' } } : {}) }),
          entry: typed !== undefined && <Entry state={state} typed={typed} isChecked={isChecked} />,
        }}
      >
        {typed === undefined && row !== undefined && (
          <ResellerFacts partnerId={row.partnerId} isActive={isActive(row)} readAt={reseller.readAt} verdict={verdict} />
        )}
        <div role="status">
          {isKnown && <VerdictLine verdict={{ ...verdict, partnerId: typed.text.trim() }} />}
          {isKnown && verdict.name}
        </div>
      </ResellerChoice>
    </Panel>
  );
}

function Entry({ state, typed, isChecked }: OrderResellerPanelProps & { readonly typed: TypedPick }) {
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  const { verify, isAsking, problem } = useVerifyPartnerId();
  const { reseller, pickReseller } = state;
  const { pick, chosen } = reseller;
  const isWrong = !chosen.ok && (isChecked || (typed.text.trim() !== '' && (chosen.error === 'own-partner-id' || chosen.error === 'not-good')));
  const ask = async (): Promise<void> => {
    const found = await verify(typed.text);
    if (found !== undefined) pickReseller({ ...pick, typed: { text: found.partnerId, found } });
  };
  return (
    <PartnerIdEntry
      text={typed.text} isOnline={isOnline} laterHint={t('resellerChoice.order.verifiedLater')}
      error={isWrong ? t(`resellerChoice.error.${chosen.error}`) : undefined}
      onType={(text) => pickReseller({ ...pick, typed: { text } })}
      onVerify={() => void ask()} isAsking={isAsking} problem={problem} copy={copyText}
    />
  );
}
