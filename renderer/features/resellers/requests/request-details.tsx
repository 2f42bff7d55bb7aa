import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss20Regular, MailAlert20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRequestOpen } from '../../../../shared/domain/partnership/request.ts';
import type { PartnershipRequest } from '../../../../shared/domain/partnership/request.ts';
import type { Sighting } from '../../../../shared/domain/partnership/sighting.ts';
import { useServices } from '../../../platform/services.tsx';
import { useFormat } from '../../../text/use-format.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DateText } from '../../../ui/date-text.tsx';
import { FactList } from '../../../ui/fact-list.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Page } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { MailActions } from '../letter/mail-actions.tsx';
import { reminderPath } from './reminder-path.ts';
import { RequestState } from './request-state.tsx';
import { useRequestMail } from './use-request-mail.ts';
import type { ShownRequest } from './use-requests.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '760px' },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontFamily: 'inherit', margin: 0 },
  subject: { fontWeight: tokens.fontWeightSemibold, margin: '0 0 8px', overflowWrap: 'anywhere' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

/** One request: how it stands, its text, its dates, and all that can be done about it. */
export function RequestDetails({ shown }: { readonly shown: ShownRequest }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { request, standing } = shown;
  const { handOver, done } = useRequestMail(request);
  const { name } = request.reseller;
  const isUnsent = request.state === 'prepared' || request.state === 'opened';
  const canRemind = standing === 'sent' || standing === 'reminded' || standing === 'expired';
  return (
    <Page
      title={name}
      subtitle={<RequestState request={request} />}
      breadcrumbs={[{ label: t('requests.title'), to: '/resellers/requests' }]}
      actions={
        <>
          {isRequestOpen(request) && <Withdraw request={request} />}
          {canRemind && (
            <LinkButton to={reminderPath(request.id)} icon={<MailAlert20Regular />} appearance={shown.isReminderDue ? 'primary' : 'secondary'}>
              {t('requests.remind')}
            </LinkButton>
          )}
          {request.resellerId !== undefined && <LinkButton to={`/resellers/${request.resellerId}`} appearance="primary">{t('requests.openReseller')}</LinkButton>}
        </>
      }
    >
      <div className={styles.column}>
        {shown.answers.length > 0 && <PossibleAnswers request={request} answers={shown.answers} />}
        <RequestFacts request={request} />
        <Panel title={t('requests.letter')}>
          <p className={styles.subject}>{request.subject}</p>
          <p className={styles.text}>{request.body}</p>
        </Panel>
        {isRequestOpen(request) && <MailActions name={name} handOver={handOver} {...(isUnsent ? { onDone: done } : {})} />}
      </div>
    </Page>
  );
}

function RequestFacts({ request }: { readonly request: PartnershipRequest }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { reseller } = request;
  const when = (label: string, instant: string | undefined) => (instant === undefined ? [] : [{ label, value: <DateText instant={instant} as="exact" /> }]);
  return (
    <FactList
      facts={[
        { label: t('partnershipRequest.email'), value: reseller.email },
        { label: t('partnershipRequest.language'), value: format.language(reseller.language) },
        ...(reseller.partnerId === undefined ? [] : [{ label: t('reseller.partnerId'), value: reseller.partnerId }]),
        { label: t('requests.preparedBy'), value: request.createdBy },
        ...when(t('requests.preparedAt'), request.createdAt),
        ...when(t('requests.openedAt'), request.openedAt),
        ...when(t('requests.sentAt'), request.sentAt),
        ...request.remindedAt.flatMap((at) => when(t('requests.remindedAt'), at)),
        ...when(t('requests.acceptedAt'), request.acceptedAt),
        ...when(t('requests.withdrawnAt'), request.withdrawnAt),
        { label: t('requests.waits'), value: t('requests.waitsDays', { remind: request.remindAfterDays, expire: request.expiresAfterDays }) },
      ]}
    />
  );
}

interface PossibleAnswersProps {
  readonly request: PartnershipRequest;
  readonly answers: readonly Sighting[];
}

/** New resellers under another name: only a person can say whether one of them is the one that was asked. */
function PossibleAnswers({ request, answers }: PossibleAnswersProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { work } = useServices();
  return (
    <Panel title={t('requests.isItThis')} tone="attention">
      <p>{t('requests.isItThisHint', { name: request.reseller.name })}</p>
      <div className={styles.row}>
        {answers.map(({ id, name, partnerId }) => (
          <Button key={id} onClick={() => void work.partnerships.advance(request.id, { name: 'accepted', resellerId: id })}>
            {t('requests.itIs', { name, partnerId: partnerId === '' ? '–' : partnerId })}
          </Button>
        ))}
      </div>
    </Panel>
  );
}

function Withdraw({ request }: { readonly request: PartnershipRequest }) {
  const { t } = useTranslation();
  const { work } = useServices();
  const [isAsking, setAsking] = useState(false);
  const { name } = request.reseller;
  return (
    <>
      <Button icon={<Dismiss20Regular />} onClick={() => setAsking(true)}>{t('requests.withdraw')}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('requests.withdrawTitle', { name })}
        confirmLabel={t('requests.withdraw')}
        cancelLabel={t('requests.withdrawNot')}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void work.partnerships.advance(request.id, { name: 'withdrawn' });
        }}
      >
        {t('requests.withdrawText')}
      </ConfirmDialog>
    </>
  );
}
