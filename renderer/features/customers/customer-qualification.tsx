import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular, ArrowSync16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { CustomerRecord } from '../../../shared/ports/mirror.ts';
import { isOpen } from '../../../shared/sync/operation.ts';
import type { Operation, OperationOf } from '../../../shared/sync/operation.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity, useLive } from '../../platform/services.tsx';
import { operationSign, operationStatus, operationTitle } from '../../text/operation-words.ts';
import { qualificationName, vettingWords } from '../../text/qualification-words.ts';
import { Age } from '../../ui/age.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { QualificationForm } from './qualification-form.tsx';
import { useQualifications } from './use-qualifications.ts';
import { useRequestQualification } from './use-request-qualification.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '0 0 8px', padding: 0 },
  line: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center', minHeight: '28px' },
  text: { margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

type Request = OperationOf<'request-qualification'>;

const isRequestOf = (operation: Operation, id: string): operation is Request =>
  operation.kind === 'request-qualification' && operation.payload.customer.kind === 'tenant' && operation.payload.customer.customerId === id;

/** What the customer is, in Microsoft's eyes: it opens the offers of its segment. Read, asked for, and followed. */
export function CustomerQualification({ record }: { readonly record: CustomerRecord }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  const { row, qualifications } = record;
  const isInReview = qualifications?.listed.some(({ vetting }) => vetting === 'in-review') ?? false;
  const { isReading, problem, review, refresh } = useQualifications(row.id, isInReview);
  const open = useLive((work) => work.operations(), [])?.filter((one) => isRequestOf(one, row.id)).filter(isOpen) ?? [];
  return (
    <Panel title={t('qualification.title')} tone={open.length > 0 || isInReview ? 'waiting' : 'plain'}>
      <Listed record={record} />
      {review !== undefined && (
        <p className={styles.text}><StatusMark kind="attention">{t('qualification.accountReview', { status: review })}</StatusMark></p>
      )}
      <p className={styles.text} role="status">
        {isReading ? t('customer.reading') : <>{t('qualification.readAt')} <Age isBare instant={qualifications?.at} /></>}
      </p>
      <ul className={styles.list}>
        {open.map((one) => (
          <li key={one.id} className={styles.line}>
            <TextLink to={`/outbox/${one.id}`}>{operationTitle(t, one)}</TextLink>
            <StatusMark kind={operationSign(one)}>{operationStatus(t, one)}</StatusMark>
          </li>
        ))}
      </ul>
      {isOnline && (
        <Button size="small" icon={<ArrowSync16Regular />} disabledFocusable={isReading} onClick={() => isReading || void refresh()}>
          {t('qualification.lookNow')}
        </Button>
      )}
      {problem !== undefined && isOnline && <FailureMessage intent="warning" failure={problem} copy={copyText} />}
      <Asking record={record} open={open} />
    </Panel>
  );
}

function Listed({ record: { qualifications } }: { readonly record: CustomerRecord }) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (qualifications === undefined) return <p className={styles.text}>{t('qualification.unknown')}</p>;
  if (qualifications.listed.length === 0) return <p className={styles.text}>{t('qualification.none')}</p>;
  return (
    <ul className={styles.list}>
      {qualifications.listed.map((one) => {
        const { words, sign } = vettingWords(t, one);
        return (
          <li key={one.name} className={styles.line}>
            <strong>{qualificationName(t, one.name)}</strong>
            <StatusMark kind={sign}>{words}</StatusMark>
            {one.requestedAt !== undefined && <span>{t('qualification.since')} <DateText instant={one.requestedAt} as="date" /></span>}
            {one.reason !== undefined && <span>{t('qualification.reason', { reason: one.reason })}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** The way to a new request; `?operation=` changes one that was refused or not sent yet. */
function Asking({ record: { row }, open }: { readonly record: CustomerRecord; readonly open: readonly Request[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const edited = open.find(({ id }) => id === params.get('operation'));
  const [isAsking, setAsking] = useState(false);
  const command = useRequestQualification(edited?.id);
  const kept = useKeptFocus();
  const isShown = isAsking || edited !== undefined;
  return (
    <div {...kept}>
      {isShown && (
        <QualificationForm
          key={edited?.id ?? 'new'}
          customerName={row.name}
          before={edited?.payload}
          isBusy={command.isBusy}
          onCancel={() => setAsking(false)}
          onSubmit={(request) => {
            const payload = { customer: { kind: 'tenant', customerId: row.id }, customerName: row.name, ...request } as const;
            void command.submit(payload).then((isDone) => isDone && setAsking(false));
          }}
        />
      )}
      {!isShown && (
        <div className={styles.buttons}>
          <Button size="small" icon={<Add16Regular />} onClick={() => setAsking(true)}>{t('qualification.request')}</Button>
        </div>
      )}
      {command.problem !== undefined && <FailureMessage failure={command.problem} copy={copyText} />}
    </div>
  );
}
