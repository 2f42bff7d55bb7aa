import { Button, Field, Input, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../text/use-format.ts';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { ReadBusiness } from '../read-business.tsx';
import type { LetterContext } from './use-letter-context.ts';
import type { LetterDraft } from './use-letter-draft.ts';

const useStyles = makeStyles({
  hidden: { display: 'flex', flexDirection: 'column', gap: '8px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  note: { color: tokens.colorNeutralForeground2 },
});

export interface RecipientsProps {
  readonly context: LetterContext;
  readonly draft: LetterDraft;
}

/** Whom the letter goes to: one company, or its customers, who must not see each other. */
export function Recipients({ context, draft }: RecipientsProps) {
  const { t } = useTranslation();
  const isHidden = context.purpose === 'removal-customer';
  return (
    <>
      <Field label={t('letter.to')} hint={t(isHidden ? 'letter.toHidden' : draft.to.trim() === '' ? 'letter.toMissing' : 'letter.toHint')}>
        <Input type="text" inputMode="email" value={draft.to} onChange={(_event, data) => draft.setTo(data.value)} />
      </Field>
      {isHidden && <HiddenRecipients context={context} draft={draft} />}
    </>
  );
}

/** The addresses found with the customers that were read, how many customers that are, and the way to read the others. */
function HiddenRecipients({ context, draft }: RecipientsProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { all, read } = context.customers;
  const count = draft.parts.bcc.length;
  const known = { shown: format.number(context.bcc.length), read: format.number(read), all: format.number(all) };
  return (
    <div className={styles.hidden}>
      <Field label={t('letter.bcc')} hint={t('letter.bccHint', { count, shown: format.number(count) })}>
        <Textarea value={draft.bcc} rows={4} resize="vertical" onChange={(_event, data) => draft.setBcc(data.value)} />
      </Field>
      {count === 0 && draft.parts.to.length === 0 && (
        <span role="status"><StatusMark kind="attention">{t('letter.noRecipient')}</StatusMark></span>
      )}
      <div className={styles.row}>
        <span className={styles.note}>{t('letter.bccKnown', known)}</span>
        {/* It stays: the keyboard is on it when it is pressed. */}
        {context.bcc.length > 0 && (
          <Button size="small" disabledFocusable={!draft.isBccTyped} onClick={draft.takeKnownBcc}>{t('letter.bccTake')}</Button>
        )}
      </div>
      {read < all && context.resellerId !== undefined && <ReadBusiness resellerId={context.resellerId} />}
    </div>
  );
}
