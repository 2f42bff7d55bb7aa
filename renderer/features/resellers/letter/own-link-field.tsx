import { Button, Field, Input, MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/contract/failure.ts';
import { copyText } from '../../../platform/copy-text.ts';
import { FailureMessage } from '../../../ui/failure-message.tsx';
import { placeAfter } from '../../../ui/place-after.ts';

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', gap: '12px' },
  body: { whiteSpace: 'normal' },
  row: { display: 'flex', gap: '8px', alignItems: 'flex-end' },
  field: { flexGrow: 1, minWidth: 0 },
});

/** No link is kept yet: where it stands in the portal, and the field to paste it into. */
export function OwnLinkField({ keep }: { readonly keep: (text: string) => Promise<Failure | undefined> }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Failure>();
  const frame = useRef<HTMLDivElement>(null);
  const submit = async (): Promise<void> => {
    const next = frame.current === null ? undefined : placeAfter(frame.current);
    const failed = await keep(text);
    setProblem(failed);
    // Once it is known the field is gone.
    if (failed === undefined) next?.focus();
  };
  return (
    <div ref={frame} className={styles.frame}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody className={styles.body}>
          <MessageBarTitle>{t('ownLink.missing')}</MessageBarTitle>
          {t('ownLink.how')}
        </MessageBarBody>
      </MessageBar>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field label={t('ownLink.label')} className={styles.field}>
          <Input value={text} type="url" onChange={(_event, data) => setText(data.value)} />
        </Field>
        <Button type="submit" disabled={text.trim() === ''}>{t('ownLink.keep')}</Button>
      </form>
      {problem !== undefined && <FailureMessage failure={problem} copy={copyText} />}
    </div>
  );
}
