import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ResellerStanding } from '../../../shared/domain/partnership/reseller-standing.ts';
import { needsPerson } from '../../../shared/sync/operation.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { operationSign, operationStatus, operationTitle } from '../../text/operation-words.ts';
import { DateText } from '../../ui/date-text.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ResellerFlag } from '../../ui/reseller-flag.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { AgreementInvitation } from './agreement-invitation.tsx';
import { OperationActions } from './operation-actions.tsx';
import { StepProgress } from './step-progress.tsx';
import { isBegun } from './step-states.ts';
import { WaitWords } from './wait-words.tsx';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    gap: '12px',
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    flexWrap: 'wrap',
    ':first-child': { borderTop: 'none', paddingTop: '2px' },
  },
  place: {
    flexShrink: 0,
    width: '22px',
    height: '22px',
    borderRadius: tokens.borderRadiusCircular,
    textAlign: 'center',
    lineHeight: '22px',
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground2,
  },
  words: { flexGrow: 1, flexBasis: '320px', minWidth: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  title: { fontWeight: tokens.fontWeightSemibold, display: 'flex', gap: '12px', flexWrap: 'wrap' },
  soft: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    display: 'flex',
    columnGap: '12px',
    rowGap: '2px',
    flexWrap: 'wrap',
  },
  actions: { display: 'flex', gap: '8px', alignItems: 'flex-start', flexWrap: 'wrap' },
});

export interface OutboxItemProps {
  readonly operation: Operation;
  /** Its place in the order of sending, from 1. */
  readonly place: number;
  /** How the reseller it names stands now. */
  readonly standing: ResellerStanding | undefined;
}

/** One thing on its way: what it is, how far, what it waits for, what can be done about it. */
export function OutboxItem({ operation, place, standing }: OutboxItemProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const isAsking = needsPerson(operation);
  return (
    <li className={styles.item}>
      <span className={styles.place} aria-hidden>
        {place}
      </span>
      <div className={styles.words}>
        <div className={styles.title}>
          <TextLink to={`/outbox/${operation.id}`}>{operationTitle(t, operation)}</TextLink>
        </div>
        <StatusMark kind={operationSign(operation)}>{operationStatus(t, operation)}</StatusMark>
        <ResellerFlag standing={standing} />
        <div className={styles.soft}>
          <WaitWords operation={operation} />
          <span>
            {t('outbox.confirmedBy', { who: operation.createdBy })} <DateText instant={operation.createdAt} />
          </span>
        </div>
        <AgreementInvitation operation={operation} />
        {operation.state.name !== 'done' && isBegun(operation) && <StepProgress operation={operation} />}
      </div>
      <div className={styles.actions}>
        {isAsking ? (
          <LinkButton to={`/outbox/${operation.id}`} appearance="primary" size="small">
            {t('outbox.look')}
          </LinkButton>
        ) : (
          <OperationActions operation={operation} />
        )}
      </div>
    </li>
  );
}
