import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { EyeOff20Regular, MailRead20Regular } from '@fluentui/react-icons';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../ui/copy-button.tsx';
import { HiddenText } from '../../ui/hidden-text.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { ClipboardCountdown } from './clipboard-countdown.tsx';
import type { HandOver } from './use-hand-over.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '16px' },
  text: { margin: 0 },
  secret: { display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: '16px', rowGap: '12px', alignItems: 'center', margin: 0 },
  value: {
    margin: 0, fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500,
    overflowWrap: 'anywhere', userSelect: 'all',
  },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
});

export interface SealedEnvelopeProps {
  readonly handOver: HandOver;
  /** A new password for one that was lost, not the first one. */
  readonly isReset: boolean;
  /** Nobody knows whether the server has set it. */
  readonly mayBeSet: boolean;
}

/** The envelope: closed with a button, or open with user name and password in large letters. */
export function SealedEnvelope({ handOver, isReset, mayBeSet }: SealedEnvelopeProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { secret, copy, clearsAt } = handOver;
  const shown = useRef<HTMLDListElement>(null);
  useLayoutEffect(() => {
    if (secret !== undefined) shown.current?.focus();
  }, [secret]);
  const kept = useKeptFocus();
  const closedText = mayBeSet ? 'envelopes.mayBeSetText' : isReset ? 'envelopes.closedResetText' : 'envelopes.closedText';
  return (
    <div {...kept} className={styles.box}>
      <p className={styles.text}>{t(secret === undefined || mayBeSet ? closedText : 'envelopes.openText')}</p>
      {secret === undefined ? (
        <div className={styles.row}>
          <Button appearance="primary" icon={<MailRead20Regular />} onClick={() => void handOver.reveal()}>{t('envelopes.open')}</Button>
        </div>
      ) : (
        <>
          <dl ref={shown} tabIndex={-1} className={styles.secret}>
            <dt>{t('envelopes.userName')}</dt>
            <dd className={styles.value}>{secret.userName}</dd>
            <dt>{t('envelopes.password')}</dt>
            <dd className={styles.value}>{secret.password}</dd>
          </dl>
          <div className={styles.row}>
            <CopyButton isWide label={t('envelopes.copyUserName')} copy={() => copy('user-name')} />
            <CopyButton isWide label={t('envelopes.copyPassword')} copy={() => copy('password')} />
            <CopyButton isWide label={t('envelopes.copyBoth')} copy={() => copy('both')} />
            <Button appearance="subtle" icon={<EyeOff20Regular />} onClick={handOver.hide}>{t('envelopes.hide')}</Button>
          </div>
        </>
      )}
      {clearsAt !== undefined && (
        <>
          <p className={styles.text}><ClipboardCountdown clearsAt={clearsAt} /></p>
          <HiddenText><span role="status">{t('envelopes.willClear')}</span></HiddenText>
        </>
      )}
    </div>
  );
}
