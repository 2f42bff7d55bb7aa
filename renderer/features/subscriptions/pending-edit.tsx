import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditedField } from '../../../shared/domain/subscription/subscription-edits.ts';
import { operationSign, operationStatus } from '../../text/operation-words.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import type { EditProps } from './edit-props.ts';
import { openEdits } from './edit-props.ts';

const useStyles = makeStyles({
  box: {
    display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '12px', rowGap: '2px', padding: '2px 8px', maxWidth: '100%',
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`, borderRadius: tokens.borderRadiusMedium, boxSizing: 'border-box',
  },
});

export interface PendingEditProps {
  readonly changes: EditProps['changes'];
  readonly field: EditedField;
  /** As it stands on the server, and as it is to be. */
  readonly before: ReactNode;
  readonly after: ReactNode;
}

/** What is on its way to one field: "5 → 7" in a dashed outline, with where it stands; leads to it in the outbox. */
export function PendingEdit({ changes, field, before, after }: PendingEditProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const operation = openEdits(changes).findLast(({ payload }) => payload.edits[field] !== undefined);
  if (operation === undefined) return null;
  return (
    <div>
      <span className={styles.box}>
        <TextLink to={`/outbox/${operation.id}`}>{before} → {after}</TextLink>
        <StatusMark kind={operationSign(operation)}>{operationStatus(t, operation)}</StatusMark>
      </span>
    </div>
  );
}
