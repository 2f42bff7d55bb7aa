import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { openPoints } from '../../../../shared/domain/renewal/end-of-term.ts';

const useStyles = makeStyles({
  box: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, flexShrink: 0, paddingTop: '8px' },
  summary: { cursor: 'pointer', width: 'fit-content' },
  list: { margin: '4px 0 0', paddingLeft: '20px', maxWidth: '110ch' },
});

/** What public documents leave open, in plain words: where the board estimates. */
export function OpenPoints() {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <details className={styles.box}>
      <summary className={styles.summary}>{t('ending.points.title')}</summary>
      <ul className={styles.list}>{openPoints.map((point) => <li key={point}>{t(`ending.points.${point}`)}</li>)}</ul>
    </details>
  );
}
