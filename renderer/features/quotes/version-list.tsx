import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { changesOf } from '../../../shared/domain/quote/quote-changes.ts';
import { quoteNumber } from '../../../shared/domain/quote/quote-number.ts';
import type { Quote } from '../../../shared/domain/quote/quote.ts';
import type { QuoteId } from '../../../shared/ids.ts';
import { useFormat } from '../../text/use-format.ts';
import { DateText } from '../../ui/date-text.tsx';
import { changeWords } from './change-words.ts';
import { middayOf } from './quote-days.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  item: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium, padding: '8px 12px' },
  shown: { border: `2px solid ${tokens.colorBrandStroke1}`, padding: '7px 11px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  number: { fontWeight: tokens.fontWeightSemibold, flexGrow: 1 },
  soft: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  changes: { margin: '4px 0 0', paddingLeft: '18px', fontSize: tokens.fontSizeBase200 },
});

export interface VersionListProps {
  /** Newest first. */
  readonly quotes: readonly Quote[];
  readonly shown: Quote;
  readonly onShow: (id: QuoteId) => void;
}

/** The versions of a cart, each with what it has otherwise than the one before. */
export function VersionList({ quotes, shown, onShow }: VersionListProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <ol className={styles.list} aria-label={t('quote.versions')}>
      {quotes.map((quote, index) => {
        const isShown = quote.id === shown.id;
        const number = quoteNumber(quote);
        return (
          <li key={quote.id} className={mergeClasses(styles.item, isShown && styles.shown)} aria-current={isShown ? 'true' : undefined}>
            <div className={styles.head}>
              <span className={styles.number}>{number}</span>
              <Button size="small" disabledFocusable={isShown} onClick={() => onShow(quote.id)}>
                {isShown ? t('quote.shown') : t('quote.show', { number })}
              </Button>
            </div>
            <div className={styles.soft}>
              {t('quote.madeBy', { who: quote.madeBy })} <DateText instant={quote.madeAt} />
              {' · '}{t('quote.validUntilShort')} <DateText instant={middayOf(quote.validUntil)} as="date" />
            </div>
            <Changes before={quotes[index + 1]} after={quote} />
          </li>
        );
      })}
    </ol>
  );
}

function Changes({ before, after }: { readonly before: Quote | undefined; readonly after: Quote }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  if (before === undefined) return null;
  const changes = [...new Set(changesOf(before, after).map((change) => changeWords(t, format, change)))];
  const title = t('quote.changedSince', { number: quoteNumber(before) });
  if (changes.length === 0) return <div className={styles.soft}>{t('quote.unchangedSince', { number: quoteNumber(before) })}</div>;
  return (
    <>
      <div className={styles.soft}>{title}</div>
      <ul className={styles.changes} aria-label={title}>
        {changes.map((text) => <li key={text}>{text}</li>)}
      </ul>
    </>
  );
}
