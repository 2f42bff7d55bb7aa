import { Button, Checkbox, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({ box: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' } });

export interface ConfirmHandOverProps {
  readonly customerName: string;
  readonly onConfirm: () => void;
}

/** The last act: the customer has the password, so ours is destroyed. It cannot be undone, and says so. */
export function ConfirmHandOver({ customerName, onConfirm }: ConfirmHandOverProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [isSure, setSure] = useState(false);
  return (
    <div className={styles.box}>
      <span>{t('envelopes.destroyText')}</span>
      <Checkbox
        label={t('envelopes.destroySure', { name: customerName })}
        checked={isSure}
        onChange={(_event, data) => setSure(data.checked === true)}
      />
      <Button appearance="primary" disabled={!isSure} onClick={onConfirm}>
        {t('envelopes.handOverDone')}
      </Button>
    </div>
  );
}
