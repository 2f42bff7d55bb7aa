import { Button, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity } from '../../platform/services.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import type { EditCommand } from './use-edits.ts';

const useStyles = makeStyles({ row: { display: 'flex', gap: '8px', flexWrap: 'wrap' } });

export interface ChangeFooterProps {
  readonly command: Pick<EditCommand, 'problem' | 'isBusy'>;
  readonly onCancel: () => void;
}

/** Submit, named for what it does without a network, and the way out. */
export function ChangeFooter({ command, onCancel }: ChangeFooterProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  return (
    <>
      {command.problem !== undefined && <FailureMessage failure={command.problem} copy={copyText} />}
      <div className={styles.row}>
        <Button type="submit" appearance="primary" disabledFocusable={command.isBusy}>
          {t(isOnline ? 'subscription.submit' : 'subscription.putInOutbox')}
        </Button>
        <Button onClick={onCancel}>{t('ui.cancel')}</Button>
      </div>
    </>
  );
}
