import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubscriptionEdits } from '../../../shared/domain/subscription/subscription-edits.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity } from '../../platform/services.tsx';
import type { Partners } from '../../platform/use-partners.ts';
import { useVerifyPartnerId } from '../../platform/use-verify-partner-id.ts';
import type { PartnerIdVerification } from '../../platform/use-verify-partner-id.ts';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { ChangeFooter } from './change-footer.tsx';
import { PartnerPick, pickedId } from './partner-pick.tsx';
import { pickedReseller } from './reseller-pick.ts';
import type { ResellerPick } from './reseller-pick.ts';
import type { EditCommand } from './use-edits.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'stretch', maxWidth: '560px' },
  other: { alignSelf: 'flex-start' },
  soft: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface ResellerFormProps {
  readonly partners: Partners;
  /** The Partner ID the subscription credits now. */
  readonly current: string | undefined;
  readonly initial: ResellerPick;
  readonly command: EditCommand;
  /** What the change brings with it. */
  readonly note?: ReactNode;
  readonly onSubmit: (reseller: NonNullable<SubscriptionEdits['reseller']>) => void;
  readonly onCancel: () => void;
}

/** Pick a reseller of the list, or enter and verify a Partner ID; then Submit, offline too (portal task T5). */
export function ResellerForm({ partners, current, initial, command, note, onSubmit, onCancel }: ResellerFormProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  const [pick, setPick] = useState(initial);
  const [isAsked, setAsked] = useState(false);
  const [verified, setVerified] = useState<string>();
  const asking = useVerifyPartnerId();
  const picked = pickedReseller(pick, { partners, current, isOnline, verified });
  const change = (next: ResellerPick): void => {
    setPick(next);
    setAsked(false);
    setVerified(undefined);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (picked.ok) onSubmit(picked.value);
  };
  const canVerify = (): boolean => {
    const isReady = picked.ok || picked.error === 'not-verified' || picked.error === 'not-good';
    setAsked(!isReady);
    return isReady;
  };
  const verify = async (text: string): Promise<void> => {
    const found = canVerify() ? await asking.verify(text) : undefined;
    if (found !== undefined) setVerified(found.partnerId);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.soft}>{t('subscription.resellerHint')}</p>
      <PartnerPick
        partners={partners} pick={pick} mistake={picked.ok ? undefined : picked.error} isTold={isAsked}
        asking={asking} onPick={change} onVerify={(text) => void verify(text)}
      >
        {pick.kind === 'listed' && (
          <VerifyAgain partnerId={pickedId(pick, partners)} isNeeded={!picked.ok && picked.error === 'not-good'} asking={asking} />
        )}
      </PartnerPick>
      {note}
      <ChangeFooter command={command} onCancel={onCancel} />
    </form>
  );
}

interface VerifyAgainProps {
  readonly partnerId: string | undefined;
  readonly isNeeded: boolean;
  readonly asking: PartnerIdVerification;
}

/** A reseller of the list that was found wanting may have put that right since. */
function VerifyAgain({ partnerId, isNeeded, asking }: VerifyAgainProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <>
      {isNeeded && partnerId !== undefined && (
        <Button className={styles.other} size="small" disabledFocusable={asking.isAsking} onClick={() => void asking.verify(partnerId)}>
          {t('subscription.verifyAgain')}
        </Button>
      )}
      {asking.problem !== undefined && <FailureMessage intent="warning" failure={asking.problem} copy={copyText} />}
    </>
  );
}
