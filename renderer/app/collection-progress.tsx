import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CollectionName, MirrorStatus } from '../../shared/ports/mirror.ts';
import { useFormat } from '../text/use-format.ts';
import { ProgressLine } from '../ui/progress-line.tsx';
import { StatusMark } from '../ui/status-mark.tsx';

const order: readonly CollectionName[] = ['organization', 'country-rules', 'resellers', 'customers', 'associations', 'catalogue'];

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '10px' },
  line: { display: 'flex', justifyContent: 'space-between', gap: '12px', fontVariantNumeric: 'tabular-nums', minHeight: '22px' },
  /** In line with the names that have a sign before them. */
  coming: { paddingLeft: '22px' },
});

/** Each collection of the offline copy: there, coming, or still to come, with how many. */
export function CollectionProgress({ status }: { readonly status: MirrorStatus }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-live="off">
      {order.map((name) => <li key={name}><CollectionLine name={name} status={status} /></li>)}
    </ul>
  );
}

function CollectionLine({ name, status }: { readonly name: CollectionName; readonly status: MirrorStatus }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const label = t(`collection.${name}`);
  const { count, pulledAt } = status.collections[name];
  const { pull } = status;
  if (pull?.collection === name) {
    const known = pull.total === undefined ? {} : { value: pull.total === 0 ? 1 : pull.done / pull.total };
    const words = pull.total === undefined
      ? format.number(pull.done)
      : t('firstPull.doneOf', { done: format.number(pull.done), total: format.number(pull.total) });
    return <div className={styles.coming}><ProgressLine label={label} count={words} {...known} /></div>;
  }
  const isThere = pulledAt !== undefined;
  return (
    <div className={styles.line}>
      <StatusMark kind={isThere ? 'ok' : 'waiting'}>{label}</StatusMark>
      <span>{isThere || count > 0 ? format.number(count) : t('firstPull.toCome')}</span>
    </div>
  );
}
