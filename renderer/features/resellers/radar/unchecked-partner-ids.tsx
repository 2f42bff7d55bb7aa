import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Failure } from '../../../../shared/contract/failure.ts';
import { copyText } from '../../../platform/copy-text.ts';
import { useConnectivity } from '../../../platform/services.tsx';
import type { PartnerRow } from '../../../platform/use-partners.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { FailureMessage } from '../../../ui/failure-message.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { CheckNow } from '../check-now.tsx';
import { usablePartnerId } from '../reseller-subject.ts';
import { useShownVerdict } from '../use-shown-verdict.ts';

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', maxHeight: '420px' },
  text: { margin: '0 0 8px' },
});

/** Resellers whose Partner ID nobody checked, or not for more than a week. There may be thousands. */
export function UncheckedPartnerIds({ rows }: { readonly rows: readonly PartnerRow[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const shown = useShownVerdict();
  const { isOnline } = useConnectivity();
  const [problem, setProblem] = useState<Failure>();
  const columns: readonly Column<PartnerRow>[] = [
    { id: 'name', header: t('reseller.name'), width: 'minmax(140px, 2fr)', cell: (row) => row.name },
    { id: 'partnerId', header: t('reseller.partnerId'), width: '104px', cell: (row) => row.partnerId },
    { id: 'verdict', header: t('reseller.check'), width: 'minmax(160px, 2fr)', cell: (row) => <VerdictMark verdict={shown(row.verdict)} /> },
    { id: 'now', header: '', width: '148px', align: 'end', cell: (row) => <CheckRow row={row} onProblem={setProblem} /> },
  ];
  return (
    <Panel title={t('radar.uncheckedTitle')}>
      {!isOnline && <p className={styles.text}>{t('verdict.checkOffline')}</p>}
      {problem !== undefined && <FailureMessage intent="warning" failure={problem} copy={copyText} />}
      <div className={styles.frame}>
        <DataTable
          label={t('radar.uncheckedTitle')}
          columns={columns}
          rowCount={rows.length}
          rowAt={(index) => rows[index]}
          rowKey={(row) => row.id}
          onOpen={(row) => void navigate(`/resellers/${row.id}`)}
        />
      </div>
    </Panel>
  );
}

interface CheckRowProps {
  readonly row: PartnerRow;
  readonly onProblem: (problem: Failure | undefined) => void;
}

function CheckRow({ row, onProblem }: CheckRowProps) {
  const partnerId = usablePartnerId(row);
  return partnerId === undefined ? '–' : <CheckNow partnerId={partnerId} name={row.name} size="small" onProblem={onProblem} />;
}
