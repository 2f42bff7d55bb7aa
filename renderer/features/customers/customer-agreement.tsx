import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSync16Regular, MailAdd16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/failure.ts';
import { agreementRead } from '../../../shared/domain/customer/agreement-state.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import type { CustomerRecord } from '../../../shared/ports/mirror.ts';
import { isOpen } from '../../../shared/sync/operation.ts';
import { agreementLetterPath } from '../../platform/agreement-letter-path.ts';
import { systemClock } from '../../platform/clock.ts';
import { copyText } from '../../platform/copy-text.ts';
import { readServer } from '../../platform/read-server.ts';
import { useConnectivity, useLive, useServices } from '../../platform/services.tsx';
import { shownVerdict } from '../../platform/shown-verdict.ts';
import { useAgreementDocument } from '../../platform/use-agreement-document.ts';
import { usePartners } from '../../platform/use-partners.ts';
import { useNow } from '../../text/use-now.ts';
import { AgreementDocument } from '../../ui/agreement-document.tsx';
import { AgreementStatus } from '../../ui/agreement-status.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { VerdictLine } from '../../ui/verdict-line.tsx';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '12px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-end' },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
});

/** Whether the customer accepted, the text it accepts, the way to ask it; its resellers' own agreement beside. */
export function CustomerAgreement({ record }: { readonly record: CustomerRecord }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  const { agreement, row } = record;
  const reading = useReading(record);
  const waiting = useWaitingOrder(row.id);
  const isOpenQuestion = agreement?.isAccepted !== true;
  return (
    <Panel title={t('carts.agreement.title')} tone={waiting && isOpenQuestion ? 'waiting' : 'plain'}>
      <div className={styles.box}>
        <div role="status">{reading.isReading ? t('customer.reading') : <AgreementStatus agreement={agreement} />}</div>
        {waiting !== undefined && isOpenQuestion && (
          <StatusMark kind="waiting">
            {t('agreement.orderWaits')} <TextLink isInline to={`/outbox/${waiting.id}`}>{t('agreement.openOrder')}</TextLink>
          </StatusMark>
        )}
        {isOpenQuestion && <LastInvitation name={row.name} />}
        <div className={styles.buttons}>
          {isOpenQuestion && (
            <LinkButton
              size="small" icon={<MailAdd16Regular />} appearance={waiting === undefined ? 'secondary' : 'primary'}
              to={agreementLetterPath({ kind: 'tenant', customerId: row.id }, `/customers/${row.id}`)}
            >
              {t('agreement.invite')}
            </LinkButton>
          )}
          {isOnline && (
            <Button
              size="small" icon={<ArrowSync16Regular />} disabledFocusable={reading.isReading}
              onClick={() => reading.isReading || void reading.read()}
            >
              {t('agreement.lookNow')}
            </Button>
          )}
        </div>
        {reading.problem !== undefined && isOnline && <FailureMessage intent="warning" failure={reading.problem} copy={copyText} />}
        <TheText record={record} />
        <ResellersAgreement record={record} />
      </div>
    </Panel>
  );
}

/** Asks the server how the customer stands, keeps the answer, and lets an order that waits for it look again. */
function useReading({ row: { id: customerId } }: CustomerRecord) {
  const { account, mirror, outbox } = useServices();
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<Failure>();
  const read = async (): Promise<void> => {
    setReading(true);
    const answer = await readServer(account.id, 'read-agreement-state', { customerId }, serverCalls['read-agreement-state'].out);
    if (answer.ok) {
      await mirror.apply({ kind: 'agreement-read', customerId, agreement: agreementRead(answer.value, systemClock.now()) });
      if (answer.value.isAccepted) outbox.wake();
    }
    setReading(false);
    setProblem(answer.ok ? undefined : answer.error);
  };
  return { isReading, problem, read };
}

/** An order of the customer that goes on once it has accepted. */
const useWaitingOrder = (customerId: string) =>
  useLive((work) => work.operations(), [])?.find((operation) =>
    operation.kind === 'place-order' && isOpen(operation) && operation.payload.agreementWay === 'invited' &&
    operation.payload.customer.kind === 'tenant' && operation.payload.customer.customerId === customerId);

/** When a person last said that the invitation was sent. */
function LastInvitation({ name }: { readonly name: string }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const entries = useLive((work) => work.journal({ text: name, limit: 200 }), [name]);
  const sent = entries?.find(({ what, subject, details }) =>
    what === 'letter-sent' && subject === name && details['purpose'] === 'customer-agreement');
  if (sent === undefined) return null;
  return <p className={styles.text}>{t('agreement.invitedOn')} <DateText instant={sent.at} /></p>;
}

function TheText({ record: { detail } }: { readonly record: CustomerRecord }) {
  const { isOnline } = useConnectivity();
  const text = useAgreementDocument(detail?.country ?? detail?.address?.country ?? '', detail?.culture ?? detail?.language);
  return <AgreementDocument text={text} isOnline={isOnline} copy={copyText} />;
}

/** Whether each reseller of the customer accepted the Microsoft Partner Agreement, as last checked. */
function ResellersAgreement({ record: { row } }: { readonly record: CustomerRecord }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const now = useNow();
  const partners = usePartners();
  const known = row.resellerIds.map((id) => partners?.rowOf(id)).filter((one) => one !== undefined);
  if (known.length === 0) return null;
  return (
    <div>
      <p className={styles.text}>{t('agreement.ofResellers')}</p>
      <ul className={styles.list} aria-label={t('agreement.ofResellers')}>
        {known.map(({ id, name, verdict }) => (
          <li key={id}><TextLink to={`/resellers/${id}`}>{name}</TextLink><VerdictLine verdict={shownVerdict(verdict, now)} /></li>
        ))}
      </ul>
    </div>
  );
}
