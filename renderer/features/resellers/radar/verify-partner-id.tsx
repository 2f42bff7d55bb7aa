import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/contract/failure.ts';
import { PartnerId } from '../../../../shared/ids.ts';
import { copyText } from '../../../platform/copy-text.ts';
import { useConnectivity } from '../../../platform/services.tsx';
import { usePartners } from '../../../platform/use-partners.ts';
import { useRadar } from '../../../platform/use-radar.ts';
import { FailureMessage } from '../../../ui/failure-message.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { VerdictSentences } from '../reseller-verdict.tsx';
import { useShownVerdict } from '../use-shown-verdict.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '8px' },
  // Beside the input, which stands below its label.
  button: { marginTop: '26px' },
  answer: { display: 'flex', flexDirection: 'column', gap: '6px', marginTop: '12px' },
  text: { margin: 0 },
});

/** Verifies any Partner ID that is typed, of a reseller of the list or not; offline it tells what is kept. */
export function VerifyPartnerId() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  const [typed, setTyped] = useState('');
  const verifying = useVerifying();
  const { mistake } = verifying;
  return (
    <Panel title={t('radar.verifyTitle')}>
      <form
        className={styles.form} noValidate
        onSubmit={(event) => {
          event.preventDefault();
          verifying.verify(typed.trim());
        }}
      >
        <Field
          label={t('radar.verifyLabel')} hint={t(isOnline ? 'radar.verifyHint' : 'radar.verifyOffline')}
          {...(mistake === undefined ? {} : { validationState: 'error', validationMessage: mistake })}
        >
          <Input value={typed} inputMode="numeric" onChange={(_event, data) => setTyped(data.value)} />
        </Field>
        <Button type="submit" className={styles.button} disabledFocusable={verifying.isAsking}>
          {t(verifying.isAsking ? 'verdict.asking' : 'radar.verify')}
        </Button>
      </form>
      <div role="status"><Answer asked={verifying.asked} /></div>
      {verifying.problem !== undefined && <FailureMessage intent="warning" failure={verifying.problem} copy={copyText} />}
    </Panel>
  );
}

interface Verifying {
  /** The ID that was asked for last, once there is an answer. */
  readonly asked: PartnerId | undefined;
  /** Why what is typed cannot be asked for. */
  readonly mistake: string | undefined;
  readonly problem: Failure | undefined;
  readonly isAsking: boolean;
  readonly verify: (text: string) => void;
}

function useVerifying(): Verifying {
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  const { checkOne } = useRadar();
  const ownPartnerId = usePartners()?.ownPartnerId;
  const [asked, setAsked] = useState<PartnerId>();
  const [mistake, setMistake] = useState<string>();
  const [problem, setProblem] = useState<Failure>();
  const [isAsking, setAsking] = useState(false);
  const ask = async (partnerId: PartnerId): Promise<void> => {
    if (isOnline) {
      setAsking(true);
      const answer = await checkOne(partnerId);
      setAsking(false);
      if (!answer.ok) setProblem(answer.error);
    }
    setAsked(partnerId);
  };
  const verify = (text: string): void => {
    if (isAsking) return;
    setAsked(undefined);
    setProblem(undefined);
    const partnerId = PartnerId.safeParse(text);
    if (!partnerId.success) return setMistake(t('radar.notAnId'));
    if (partnerId.data === ownPartnerId) return setMistake(t('verdict.own-id.what', { partnerId: partnerId.data }));
    setMistake(undefined);
    void ask(partnerId.data);
  };
  return { asked, mistake, problem, isAsking, verify };
}

function Answer({ asked }: { readonly asked: PartnerId | undefined }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const partners = usePartners();
  const shown = useShownVerdict();
  if (asked === undefined || partners === undefined) return null;
  const verdict = partners.verdictOf(asked);
  if (verdict === undefined) return <p className={styles.text}>{t('radar.nothingKept', { partnerId: asked })}</p>;
  return (
    <div className={styles.answer}>
      <span>{verdict.name ?? t('radar.noName')} · {t('reseller.partnerIdIs', { id: asked })}</span>
      <VerdictMark verdict={shown(verdict)} />
      <VerdictSentences verdict={verdict} />
    </div>
  );
}
