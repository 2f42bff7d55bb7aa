import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldsEdited, isSameField, withEdits } from '../../../shared/domain/subscription/edited-fields.ts';
import type { EditedField } from '../../../shared/domain/subscription/subscription-edits.ts';
import type { OperationOf } from '../../../shared/sync/operation.ts';
import type { Difference } from '../../../shared/sync/difference.ts';
import { useServices } from '../../platform/services.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { ResellerNotReady } from './reseller-not-ready.tsx';
import type { OutboxCommand } from './use-outbox-command.ts';
import { VersionsTable } from './versions-table.tsx';
import type { FieldChoice } from './versions-table.tsx';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
  text: { margin: 0 },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
});

type FieldsChanged = Extract<Difference, { kind: 'fields-changed' }>;

export interface EditDecisionProps {
  readonly operation: OperationOf<'change-subscription'>;
  readonly differences: readonly Difference[];
  readonly command: OutboxCommand;
}

/** A reseller that may not be credited now, or a subscription that somebody else changed since the user saw it. */
export function EditDecision({ operation, differences, command }: EditDecisionProps) {
  const changed = differences.find((difference) => difference.kind === 'fields-changed');
  if (changed !== undefined) return <Conflict operation={operation} changed={changed} command={command} />;
  const notReady = differences.find((difference) => difference.kind === 'reseller-not-ready');
  return notReady === undefined ? null : <ResellerNotReady operation={operation} failure={notReady.failure} command={command} />;
}

/** Base, mine and server, and whose is to stand: all of mine, some of it, or none. Nothing is sent before a person has chosen. */
function Conflict({ operation, changed, command }: Omit<EditDecisionProps, 'differences'> & { readonly changed: FieldsChanged }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { outbox } = useServices();
  const { edits } = operation.payload;
  const { fields, base, server, readAt } = changed;
  const [chosen, setChosen] = useState<Partial<Record<EditedField, FieldChoice>>>({});
  // What nobody else touched is mine unless it is taken back; what somebody did is the server's until a person says otherwise.
  const choiceOf = (field: EditedField): FieldChoice => chosen[field] ?? (fields.includes(field) ? 'server' : 'mine');
  const open = fieldsEdited(edits).filter((field) => !isSameField(field, withEdits(server, edits), server));
  const kept = open.filter((field) => choiceOf(field) === 'mine');
  return (
    <div className={styles.box}>
      <p className={styles.text}>{t('outbox.versions.intro')} <DateText instant={readAt} as="exact" /></p>
      <VersionsTable
        versions={{ fields, base, edits, server }}
        choices={{ choiceOf, choose: (field, choice) => setChosen({ ...chosen, [field]: choice }) }}
      />
      <div className={styles.buttons}>
        <Button
          appearance="primary" disabled={command.isBusy}
          onClick={() => void command.run(() => outbox.decide(operation.id, { kind: 'accept' }))}
        >
          {t('outbox.versions.sendMine')}
        </Button>
        <Button
          disabled={command.isBusy || kept.length === 0}
          onClick={() => void command.run(() => outbox.decide(operation.id, { kind: 'keep-fields', fields: kept }))}
        >
          {t('outbox.versions.sendChosen')}
        </Button>
        <Button disabled={command.isBusy} onClick={() => void command.run(() => outbox.cancel(operation.id))}>
          {t('outbox.versions.giveUp')}
        </Button>
      </div>
      {kept.length === 0 && <p className={styles.note}>{t('outbox.versions.chooseFirst')}</p>}
      <p className={styles.note}>{t('outbox.versions.otherwise')}</p>
    </div>
  );
}
