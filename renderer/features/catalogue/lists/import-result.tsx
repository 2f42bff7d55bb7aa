import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { BadRow, ImportEnd, ImportReport, ListSource } from '../../../../shared/domain/catalogue/price-list.ts';
import { copyText } from '../../../platform/copy-text.ts';
import { useFormat } from '../../../text/use-format.ts';
import { FailureMessage } from '../../../ui/failure-message.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { useSourceName } from './use-source-name.ts';

const useStyles = makeStyles({ parts: { display: 'flex', flexDirection: 'column', gap: '8px' } });

/** What came of an import: how much was taken in, what was left out and why, or why there is nothing new. */
export function ImportResult({ source, end }: { readonly source: ListSource; readonly end: ImportEnd }) {
  const { t } = useTranslation();
  const name = useSourceName()(source);
  if (end.kind === 'cancelled') return <StatusMark kind="stopped">{t('priceLists.cancelled', { name })}</StatusMark>;
  if (!end.result.ok) return <FailureMessage failure={end.result.error} copy={copyText} />;
  return <Taken name={name} report={end.result.value} />;
}

function Taken({ name, report: { rows, skipped, lists, badRows } }: { readonly name: string; readonly report: ImportReport }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles.parts}>
      <StatusMark kind="ok">
        {t('priceLists.taken', { name, count: rows, shown: format.number(rows) })}
        {lists.length > 1 && ` ${t('priceLists.takenLists', { count: lists.length })}`}
      </StatusMark>
      {skipped > 0 && (
        <>
          <StatusMark kind="attention">{t('priceLists.skipped', { count: skipped, shown: format.number(skipped) })}</StatusMark>
          <BadRows rows={badRows} isAll={badRows.length === skipped} />
        </>
      )}
    </div>
  );
}

function BadRows({ rows, isAll }: { readonly rows: readonly BadRow[]; readonly isAll: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <PlainTable
      label={isAll ? t('priceLists.badRows') : t('priceLists.firstBadRows')}
      rows={rows}
      rowKey={({ line }) => String(line)}
      columns={[
        { id: 'line', header: t('priceLists.line'), align: 'end', cell: ({ line }) => format.number(line) },
        { id: 'why', header: t('priceLists.why'), canWrap: true, cell: ({ problem }) => t(`priceLists.problem.${problem}`) },
        { id: 'found', header: t('priceLists.found'), canWrap: true, cell: ({ found }) => found },
      ]}
    />
  );
}
