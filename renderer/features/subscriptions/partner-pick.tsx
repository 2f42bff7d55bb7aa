import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity } from '../../platform/services.tsx';
import { shownVerdict } from '../../platform/shown-verdict.ts';
import type { Partners } from '../../platform/use-partners.ts';
import type { PartnerIdVerification } from '../../platform/use-verify-partner-id.ts';
import { useNow } from '../../text/use-now.ts';
import { PartnerIdEntry } from '../../ui/partner-id-entry.tsx';
import { VerdictLine } from '../../ui/verdict-line.tsx';
import { ListedReseller } from './listed-reseller.tsx';
import type { PickMistake, ResellerPick } from './reseller-pick.ts';

const useStyles = makeStyles({ other: { alignSelf: 'flex-start' } });

export interface PartnerPickProps {
  readonly partners: Partners;
  readonly pick: ResellerPick;
  readonly mistake: PickMistake | undefined;
  /** Whether a mistake is told already. */
  readonly isTold: boolean;
  readonly asking: PartnerIdVerification;
  readonly onPick: (pick: ResellerPick) => void;
  readonly onVerify: (text: string) => void;
  /** Stands below the verdict. */
  readonly children?: ReactNode;
}

/** The Partner ID of what is picked, once there is one. */
export const pickedId = (pick: ResellerPick, partners: Partners): string | undefined =>
  pick.kind === 'typed' ? pick.text.trim() : partners.rowOf(pick.id ?? '')?.partnerId;

/** A reseller of the list, or "Indirect reseller not listed? Enter Partner ID" with Verify, and what is known of it (portal task T5). */
export function PartnerPick({ partners, pick, mistake, isTold, asking, onPick, onVerify, children }: PartnerPickProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const now = useNow();
  const { isOnline } = useConnectivity();
  const isChosen = pick.kind === 'listed' && pick.id !== undefined;
  const error = mistake !== undefined && (isTold || isChosen) ? t(`subscription.pick.${mistake}`) : undefined;
  const partnerId = pickedId(pick, partners);
  const verdict = partnerId === undefined ? undefined : partners.verdictOf(partnerId);
  return (
    <>
      {pick.kind === 'listed' ? (
        <ListedReseller partners={partners} id={pick.id} onChoose={(id) => onPick({ kind: 'listed', id })} error={error} />
      ) : (
        <PartnerIdEntry
          text={pick.text} error={error} onType={(text) => onPick({ kind: 'typed', text })} onVerify={() => onVerify(pick.text)}
          isOnline={isOnline} laterHint={t('subscription.verifiedLater')} isAsking={asking.isAsking} problem={asking.problem} copy={copyText}
        />
      )}
      <div role="status">
        {partnerId !== undefined && (verdict !== undefined || isChosen) && <VerdictLine verdict={shownVerdict(verdict, now)} />}
        {pick.kind === 'typed' && verdict?.name}
      </div>
      {children}
      <Button
        className={styles.other} size="small"
        onClick={() => onPick(pick.kind === 'listed' ? { kind: 'typed', text: '' } : { kind: 'listed', id: undefined })}
      >
        {t(pick.kind === 'listed' ? 'subscription.enterPartnerId' : 'subscription.chooseListed')}
      </Button>
    </>
  );
}
