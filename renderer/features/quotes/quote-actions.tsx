import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { ArrowDownload20Regular, Mail20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/failure.ts';
import { addressesIn } from '../../../shared/domain/letter/addresses-in.ts';
import { copyText } from '../../platform/copy-text.ts';
import { FailureMessage } from '../../ui/failure-message.tsx';
import type { QuoteCommands } from './use-quote-commands.ts';

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', gap: '8px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-end' },
  to: { flexGrow: 1, minWidth: '220px' },
});

export interface QuoteActionsProps {
  readonly number: string;
  readonly commands: QuoteCommands;
  /** The address known for the reseller, proposed until something is typed. */
  readonly knownAddress: string;
}

/** Saving the PDF, and opening an e-mail with it. Both work without a network; nothing is sent by itself. */
export function QuoteActions({ number, commands, knownAddress }: QuoteActionsProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<Failure>();
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  const to = typed ?? knownAddress;
  const once = async (act: () => Promise<Failure | string>): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    setSaid('');
    const answer = await act().finally(() => setBusy(false));
    if (typeof answer === 'string') setSaid(answer);
    else setProblem(answer);
  };
  const save = async (): Promise<Failure | string> => {
    const answer = await commands.save();
    if (!answer.ok) return answer.error;
    return answer.value === undefined ? t('quote.notSaved') : t('quote.saved', { fileName: answer.value });
  };
  const mail = async (): Promise<Failure | string> => {
    const answer = await commands.mail(addressesIn(to));
    return answer.ok ? t('quote.mailed') : answer.error;
  };
  return (
    <div className={styles.frame}>
      <div className={styles.row}>
        <Button
          appearance="primary" icon={<ArrowDownload20Regular />} disabledFocusable={isBusy} onClick={() => void once(save)}
        >
          {t('quote.save', { number })}
        </Button>
        <Field className={styles.to} label={t('letter.to')} hint={to === '' ? t('letter.toMissing') : t('letter.toHint')}>
          <Input inputMode="email" value={to} onChange={(_event, data) => setTyped(data.value)} />
        </Field>
        <Button icon={<Mail20Regular />} disabledFocusable={isBusy} onClick={() => void once(mail)}>{t('quote.mailIt')}</Button>
      </div>
      <span role="status">{said}</span>
      {problem !== undefined && <FailureMessage failure={problem} copy={copyText} />}
    </div>
  );
}
