import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { isUnsent } from '../../../../shared/domain/partnership/request.ts';
import { useFormat } from '../../../text/use-format.ts';
import type { ShownRequest } from './use-requests.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', gap: '8px 32px', margin: '0 0 12px', flexShrink: 0 },
  item: { display: 'flex', flexDirection: 'column-reverse' },
  term: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
});

/** How many requests stand where. */
export function RequestNumbers({ all }: { readonly all: readonly ShownRequest[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const countOf = (test: (one: ShownRequest) => boolean): string => format.number(all.filter(test).length);
  const numbers = [
    { label: t('requests.number.unsent'), value: countOf(({ request }) => isUnsent(request)) },
    { label: t('requests.number.waiting'), value: countOf(({ standing }) => standing === 'sent' || standing === 'reminded') },
    { label: t('requests.number.due'), value: countOf(({ isReminderDue }) => isReminderDue) },
    { label: t('requests.number.accepted'), value: countOf(({ standing }) => standing === 'accepted') },
    { label: t('requests.number.expired'), value: countOf(({ standing }) => standing === 'expired') },
  ];
  return (
    <dl className={styles.list} aria-label={t('requests.numbers')}>
      {numbers.map(({ label, value }) => (
        <div key={label} className={styles.item}><dt className={styles.term}>{label}</dt><dd className={styles.value}>{value}</dd></div>
      ))}
    </dl>
  );
}
