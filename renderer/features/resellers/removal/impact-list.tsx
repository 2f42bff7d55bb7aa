import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../text/use-format.ts';
import { TextLink } from '../../../ui/text-link.tsx';

const useStyles = makeStyles({
  part: { borderTop: `1px solid ${tokens.colorNeutralStroke3}`, padding: '8px 0', ':first-of-type': { borderTop: 'none' } },
  summary: {
    cursor: 'pointer', minHeight: '28px', fontWeight: tokens.fontWeightSemibold,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  plain: { fontWeight: tokens.fontWeightSemibold },
  note: { margin: '2px 0 0', color: tokens.colorNeutralForeground2 },
  list: { margin: '4px 0 0', paddingLeft: '20px', maxHeight: '260px', overflowY: 'auto' },
});

/** Lists are drawn whole: more than this are counted, not drawn. */
const mostShown = 200;

export interface ImpactItem {
  readonly id: string;
  readonly to: string;
  readonly text: string;
}

export interface ImpactListProps {
  readonly title: string;
  /** What becomes of them. */
  readonly note: string;
  readonly items: readonly ImpactItem[];
  /** Not everything was read: there may be more. */
  readonly isPartial?: boolean;
}

/** One kind of thing that the end of the partnership touches: how many, what becomes of them, and which. */
export function ImpactList({ title, note, items, isPartial = false }: ImpactListProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const count = format.number(items.length);
  const heading = `${title}: ${isPartial ? t('removal.soFar', { shown: count }) : count}`;
  if (items.length === 0) return <div className={styles.part}><span className={styles.plain}>{heading}</span></div>;
  return (
    <div className={styles.part}>
      <details>
        <summary className={styles.summary}>{heading}</summary>
        <ul className={styles.list} tabIndex={-1}>
          {items.slice(0, mostShown).map(({ id, to, text }) => <li key={id}><TextLink to={to}>{text}</TextLink></li>)}
          {items.length > mostShown && (
            <li>
              {t('removal.more', { count: items.length - mostShown, shown: format.number(items.length - mostShown) })}
            </li>
          )}
        </ul>
      </details>
      <p className={styles.note}>{note}</p>
    </div>
  );
}
