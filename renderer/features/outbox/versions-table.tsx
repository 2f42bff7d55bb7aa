import { Radio, RadioGroup, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { isSameField, withEdits } from '../../../shared/domain/subscription/edited-fields.ts';
import { editedFields } from '../../../shared/domain/subscription/subscription-edits.ts';
import type { EditedField, SubscriptionEdits, SubscriptionFields } from '../../../shared/domain/subscription/subscription-edits.ts';
import { useFormat } from '../../text/use-format.ts';
import { useFieldText } from './use-field-text.ts';

const useStyles = makeStyles({
  frame: { overflowX: 'auto', width: '100%' },
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  head: {
    textAlign: 'left', padding: '4px 12px 4px 0', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold, verticalAlign: 'bottom',
  },
  cell: {
    padding: '6px 12px 6px 0', verticalAlign: 'top', textAlign: 'left', fontWeight: tokens.fontWeightRegular,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere',
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  soft: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Three versions of the fields of one subscription. */
export interface Versions {
  readonly fields: readonly EditedField[];
  readonly base: SubscriptionFields;
  readonly edits: SubscriptionEdits;
  readonly server: SubscriptionFields;
}

/** The server's: mine is not sent. */
export type FieldChoice = 'mine' | 'server';

export interface VersionsTableProps {
  readonly versions: Versions;
  /** Where something may be chosen yet. */
  readonly choices?: {
    readonly choiceOf: (field: EditedField) => FieldChoice;
    readonly choose: (field: EditedField, choice: FieldChoice) => void;
  };
}

/** Field by field as it was seen, as it is wanted and as it is on the server; and, while it is open, whose is to stand. */
export function VersionsTable({ versions, choices }: VersionsTableProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { base, edits, server } = versions;
  const mine = withEdits(server, edits);
  const text = useFieldText([base, mine, server], edits.reseller);
  const shown = editedFields.filter((field) => edits[field] !== undefined || versions.fields.includes(field));
  const head = (key: 'field' | 'base' | 'mine' | 'server' | 'choice') => (
    <th key={key} scope="col" className={styles.head}>{t(`outbox.versions.${key}`)}</th>
  );
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('outbox.versions.table')}>
        <thead>
          <tr>{head('field')}{head('base')}{head('mine')}{head('server')}{choices !== undefined && head('choice')}</tr>
        </thead>
        <tbody>
          {shown.map((field) => (
            <tr key={field}>
              <th scope="row" className={mergeClasses(styles.cell, styles.title)}>{t(`edit.field.${field}`)}</th>
              <td className={styles.cell}>{text(base, field)}</td>
              <td className={styles.cell}>
                {edits[field] === undefined ? <span className={styles.soft}>{t('outbox.versions.notMine')}</span> : text(mine, field)}
                {field === 'quantity' && edits.quantity !== undefined && <SeatEffect seats={edits.quantity - server.quantity} />}
              </td>
              <td className={styles.cell}>{text(server, field)}</td>
              {choices !== undefined && (
                <td className={styles.cell}><Choice field={field} versions={versions} choices={choices} /></td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What sending mine would do to the number that stands now. */
function SeatEffect({ seats }: { readonly seats: number }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  if (seats === 0) return null;
  const count = Math.abs(seats);
  return (
    <div className={styles.soft}>{t('outbox.versions.effect', { count, sign: seats > 0 ? '+' : '−', shown: format.number(count) })}</div>
  );
}

interface ChoiceProps {
  readonly field: EditedField;
  readonly versions: Versions;
  readonly choices: NonNullable<VersionsTableProps['choices']>;
}

function Choice({ field, versions, choices }: ChoiceProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { edits, fields, server } = versions;
  if (edits[field] === undefined) {
    const isErased = field === 'scheduled' && server.scheduled !== undefined;
    return <span className={styles.soft}>{t(isErased ? 'outbox.versions.erased' : 'outbox.versions.foreign')}</span>;
  }
  if (isSameField(field, withEdits(server, edits), server)) return <span className={styles.soft}>{t('outbox.versions.isThere')}</span>;
  return (
    <>
      <RadioGroup
        layout="horizontal" aria-label={t('outbox.versions.choiceFor', { field: t(`edit.field.${field}`) })}
        value={choices.choiceOf(field)} onChange={(_event, { value }) => choices.choose(field, value === 'server' ? 'server' : 'mine')}
      >
        <Radio value="mine" label={t('outbox.versions.takeMine')} />
        <Radio value="server" label={t('outbox.versions.takeServer')} />
      </RadioGroup>
      {!fields.includes(field) && <div className={styles.soft}>{t('outbox.versions.noConflict')}</div>}
    </>
  );
}
