import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { HatGraduation16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../shared/domain/account.ts';

const stripes = (colour: string): string =>
  `repeating-linear-gradient(135deg, ${colour} 0 6px, transparent 6px 12px)`;

const useStyles = makeStyles({
  chip: {
    display: 'flex', alignItems: 'stretch', minWidth: 0, height: '28px', borderRadius: '14px', overflow: 'hidden', flexShrink: 1,
    border: '1px solid', fontSize: tokens.fontSizeBase200, backgroundColor: tokens.colorNeutralBackground1,
  },
  name: {
    padding: '0 10px', alignSelf: 'center', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap',
    maxWidth: '200px', '@media (max-width: 900px)': { display: 'none' },
    fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1,
  },
  kind: {
    display: 'flex', alignItems: 'center', gap: '4px', padding: '0 10px', fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap', flexShrink: 0,
  },
  word: {
    display: 'flex', alignItems: 'center', gap: '4px', padding: '0 4px', borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1,
  },
  stripe: { width: '10px', flexShrink: 0 },
  teal: { color: tokens.colorPaletteTealBorderActive },
  purple: { color: tokens.colorPaletteGrapeBorderActive },
  orange: { color: tokens.colorPaletteDarkOrangeBorderActive },
  green: { color: tokens.colorPaletteGreenBorderActive },
  pink: { color: tokens.colorPalettePinkBorderActive },
  blue: { color: tokens.colorPaletteBlueBorderActive },
});

/** Which account is open, in its own colour. A practice account is striped and says so, so nobody mistakes it. */
export function AccountChip({ account }: { readonly account: Account }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const isPractice = account.kind === 'practice';
  return (
    <div
      className={mergeClasses(styles.chip, styles[account.colour])}
      role="group"
      aria-label={t('account.chip')}
      title={account.userName}
    >
      {isPractice ? (
        <span className={styles.kind} style={{ backgroundImage: stripes('currentColor') }}>
          <span className={styles.word}><HatGraduation16Regular aria-hidden />{t('account.kind.practice')}</span>
        </span>
      ) : (
        <span className={styles.stripe} style={{ backgroundColor: 'currentColor' }} />
      )}
      <span className={styles.name}>{account.name}</span>
    </div>
  );
}
