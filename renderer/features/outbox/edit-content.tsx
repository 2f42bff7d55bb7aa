import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { fieldsEdited, withEdits } from '../../../shared/domain/subscription/edited-fields.ts';
import { fieldsOf } from '../../../shared/domain/subscription/subscription-edits.ts';
import type { OperationOf, OperationResult } from '../../../shared/sync/operation.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { changedPath } from './change-paths.ts';
import { useSubjectFacts } from './use-subject-facts.tsx';
import { useFieldText } from './use-field-text.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
  table: { borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums', marginTop: '12px' },
  head: {
    textAlign: 'left', padding: '4px 20px 4px 0', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
  },
  cell: { padding: '4px 20px 4px 0', textAlign: 'left', verticalAlign: 'top', overflowWrap: 'anywhere', fontWeight: tokens.fontWeightRegular },
});

type Edit = OperationOf<'change-subscription'>;

/** Which subscription, of whom, and each edit as before and after. */
export function EditContent({ operation }: { readonly operation: Edit }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { base, edits } = operation.payload;
  const after = withEdits(base, edits);
  const text = useFieldText([base, after], edits.reseller);
  const subject = useSubjectFacts(operation);
  return (
    <>
      <FactList facts={subject} />
      <table className={styles.table} aria-label={t('outbox.change.lines')}>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>{t('outbox.change.what')}</th>
            <th scope="col" className={styles.head}>{t('outbox.change.before')}</th>
            <th scope="col" className={styles.head}>{t('outbox.change.after')}</th>
          </tr>
        </thead>
        <tbody>
          {fieldsEdited(edits).map((field) => (
            <tr key={field}>
              <th scope="row" className={styles.cell}>{t(`edit.field.${field}`)}</th>
              <td className={styles.cell}>{text(base, field)}</td>
              <td className={styles.cell}>{text(after, field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** How the subscription stands now in what was edited, and whether anything had to be sent for it. */
export function EditMade({ operation, result }: { readonly operation: Edit; readonly result: OperationResult }) {
  return result.kind === 'change-subscription' ? <Made operation={operation} result={result} /> : null;
}

interface MadeProps {
  readonly operation: Edit;
  readonly result: Extract<OperationResult, { kind: 'change-subscription' }>;
}

function Made({ operation, result }: MadeProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { edits } = operation.payload;
  const now = fieldsOf(result.subscription);
  const text = useFieldText([now], edits.reseller);
  const path = changedPath(operation);
  return (
    <div className={styles.box}>
      <StatusMark kind="ok">{t('outbox.result.subscription')}</StatusMark>
      <FactList facts={fieldsEdited(edits).map((field) => ({ label: t(`edit.field.${field}`), value: text(now, field) }))} />
      {result.wasThere && <span>{t('outbox.result.wasThere')}</span>}
      {path !== undefined && <LinkButton to={path}>{t('outbox.result.openSubscription')}</LinkButton>}
    </div>
  );
}
