import { Button, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../../platform/copy-text.ts';
import { useConnectivity } from '../../../platform/services.tsx';
import { shownVerdict } from '../../../platform/shown-verdict.ts';
import type { Partners } from '../../../platform/use-partners.ts';
import { useVerifyPartnerId } from '../../../platform/use-verify-partner-id.ts';
import { useNow } from '../../../text/use-now.ts';
import { PartnerIdEntry } from '../../../ui/partner-id-entry.tsx';
import { VerdictLine } from '../../../ui/verdict-line.tsx';
import { ListedReseller } from '../listed-reseller.tsx';
import type { PickMistake, ResellerPick } from '../reseller-pick.ts';

const useStyles = makeStyles({ other: { alignSelf: 'flex-start' } });

export interface PartnerPickProps {
  readonly partners: Partners;
  readonly pick: ResellerPick;
  readonly mistake: PickMistake | undefined;
  /** Whether a mistake is told already. */
  readonly isTold: boolean;
  readonly onPick: (pick: ResellerPick) => void;
  readonly onVerified: (partnerId: string) => void;
}

/** A reseller of the list, or "Indirect reseller not listed? Enter Partner ID" with Verify: once for all rows. */
export function PartnerPick({ partners, pick, mistake, isTold, onPick, onVerified }: PartnerPickProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const now = useNow();
  const { isOnline } = useConnectivity();
  const asking = useVerifyPartnerId();
  const verify = async (text: string): Promise<void> => {
    if ((await asking.verify(text)) !== undefined) onVerified(text);
  };
  const isChosen = pick.kind === 'listed' && pick.id !== undefined;
  const error = mistake !== undefined && (isTold || isChosen) ? t(`subscription.pick.${mistake}`) : undefined;
  const partnerId = pick.kind === 'typed' ? pick.text.trim() : partners.rowOf(pick.id ?? '')?.partnerId;
  const verdict = partnerId === undefined ? undefined : partners.verdictOf(partnerId);
  return (
    <>
      {pick.kind === 'listed' ? (
        <ListedReseller partners={partners} id={pick.id} onChoose={(id) => onPick({ kind: 'listed', id })} error={error} />
      ) : (
        <PartnerIdEntry
          text={pick.text} error={error} onType={(text) => onPick({ kind: 'typed', text })} onVerify={() => void verify(pick.text.trim())}
          isOnline={isOnline} laterHint={t('subscription.verifiedLater')} isAsking={asking.isAsking} problem={asking.problem} copy={copyText}
        />
      )}
      <div role="status">
        {partnerId !== undefined && (verdict !== undefined || isChosen) && <VerdictLine verdict={shownVerdict(verdict, now)} />}
        {pick.kind === 'typed' && verdict?.name}
      </div>
      <Button
        className={styles.other} size="small"
        onClick={() => onPick(pick.kind === 'listed' ? { kind: 'typed', text: '' } : { kind: 'listed', id: undefined })}
      >
        {t(pick.kind === 'listed' ? 'subscription.enterPartnerId' : 'subscription.chooseListed')}
      </Button>
    </>
  );
}
