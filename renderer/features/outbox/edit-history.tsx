import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { fieldsEdited } from '../../../shared/domain/subscription/edited-fields.ts';
import type { EditedField } from '../../../shared/domain/subscription/subscription-edits.ts';
import type { EditConflict } from '../../../shared/sync/difference.ts';
import type { OperationOf } from '../../../shared/sync/operation.ts';
import { DateText } from '../../ui/date-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { VersionsTable } from './versions-table.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '16px' },
  soft: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Every time somebody else's change stood in the way: all three versions, and what was made of them (failure story F13). */
export function EditHistory({ operation }: { readonly operation: OperationOf<'change-subscription'> }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { conflicts = [], state } = operation;
  // The last one is on the decision sheet while it waits for a person.
  const past = state.name === 'needs-decision' ? conflicts.slice(0, -1) : conflicts;
  if (past.length === 0) return null;
  return (
    <Panel title={t('outbox.versions.history')}>
      <ol className={styles.list}>
        {past.toReversed().map((conflict) => (
          <li key={conflict.at}>
            <p className={styles.soft}>{t('outbox.versions.found')} <DateText instant={conflict.at} as="exact" /></p>
            <VersionsTable versions={conflict} />
            <Outcome conflict={conflict} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Outcome({ conflict }: { readonly conflict: EditConflict }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { kept, edits, who, decidedAt } = conflict;
  if (kept === undefined) return <p className={styles.soft}>{t('outbox.versions.edited')}</p>;
  const names = (fields: readonly EditedField[]): string => fields.map((field) => t(`edit.field.${field}`)).join(', ');
  const dropped = fieldsEdited(edits).filter((field) => !kept.includes(field));
  return (
    <p className={styles.soft}>
      {kept.length === 0 ? t('outbox.versions.givenUp') : t('outbox.versions.sent', { fields: names(kept) })}{' '}
      {kept.length > 0 && dropped.length > 0 && <>{t('outbox.versions.dropped', { fields: names(dropped) })} </>}
      {t('outbox.versions.by', { who })} <DateText instant={decidedAt} as="exact" />
    </p>
  );
}
