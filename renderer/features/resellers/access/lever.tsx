import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/panel.tsx';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '8px' },
  text: { margin: 0 },
  label: { margin: '4px 0 0', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

export interface LeverProps {
  readonly title: string;
  /** What the reseller may do by it. */
  readonly gives: string;
  /** How it is set now. */
  readonly now: ReactNode;
  /** How it is changed, in words. */
  readonly how: string;
  /** Buttons that lead there. */
  readonly children?: ReactNode;
}

/** One of the four ways in which a reseller is given a part in a customer's business. */
export function Lever({ title, gives, now, how, children }: LeverProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Panel title={title}>
      <div className={styles.column}>
        <p className={styles.text}>{gives}</p>
        <p className={styles.label}>{t('access.now')}</p>
        {now}
        <p className={styles.label}>{t('access.how')}</p>
        <p className={styles.text}>{how}</p>
        <div className={styles.buttons}>{children}</div>
      </div>
    </Panel>
  );
}
