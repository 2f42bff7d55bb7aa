import { Tag16Regular } from '@fluentui/react-icons';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../text/use-format.ts';
import type { Promoted } from '../promoted-pairs.ts';

const useStyles = makeStyles({
  mark: { display: 'inline-flex', alignItems: 'center', gap: '4px', minWidth: 0, maxWidth: '100%', verticalAlign: 'middle' },
  sign: { flexShrink: 0, display: 'inline-flex', color: tokens.colorBrandForeground1 },
  words: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
});

/** What a promotion takes off, and until when; its name on hover. */
export function PromotionMark({ promoted: { promotion, discount } }: { readonly promoted: Promoted }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const percent = format.percent(discount);
  return (
    <span className={styles.mark} title={promotion.name}>
      <span className={styles.sign} aria-hidden><Tag16Regular /></span>
      <span className={styles.words}>
        {promotion.endsAt === undefined
          ? t('catalogue.off', { percent })
          : t('catalogue.offUntil', { percent, date: format.date(promotion.endsAt) })}
      </span>
    </span>
  );
}
