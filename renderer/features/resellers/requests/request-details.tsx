import { makeStyles } from '@fluentui/react-components';
import { MailAlert20Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isRequestOpen, isUnsent } from '../../../../shared/domain/partnership/request.ts';
import type { PartnershipRequest } from '../../../../shared/domain/partnership/request.ts';
import { useFormat } from '../../../text/use-format.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { FactList } from '../../../ui/fact-list.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Page } from '../../../ui/page.tsx';
import { MailActions } from '../letter/mail-actions.tsx';
import { PossibleAnswers } from './possible-answers.tsx';
import { reminderPath } from './reminder-path.ts';
import { RequestLetter } from './request-letter.tsx';
import { RequestState } from './request-state.tsx';
import { useRequestMail } from './use-request-mail.ts';
import type { ShownRequest } from './use-requests.ts';
import { WithdrawRequest } from './withdraw-request.tsx';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '760px', ':focus': { outlineStyle: 'none' } },
});

/** One request: how it stands, its text, its dates, and all that can be done about it. */
export function RequestDetails({ shown }: { readonly shown: ShownRequest }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { request, standing } = shown;
  const { handOver, done } = useRequestMail(request);
  const { name } = request.reseller;
  const column = useRef<HTMLElement>(null);
  const canRemind = standing === 'sent' || standing === 'reminded' || standing === 'expired';
  return (
    <Page
      title={name}
      subtitle={<RequestState request={request} />}
      breadcrumbs={[{ label: t('requests.title'), to: '/resellers/requests' }]}
      actions={
        <>
          <WithdrawRequest request={request} />
          {canRemind && (
            <LinkButton to={reminderPath(request.id)} icon={<MailAlert20Regular />} appearance={shown.isReminderDue ? 'primary' : 'secondary'}>
              {t('requests.remind')}
            </LinkButton>
          )}
          {request.resellerId !== undefined && (
            <LinkButton to={`/resellers/${request.resellerId}`} appearance="primary">{t('requests.openReseller')}</LinkButton>
          )}
        </>
      }
    >
      <section ref={column} tabIndex={-1} className={styles.column} aria-label={name}>
        {shown.answers.length > 0 && (
          <PossibleAnswers request={request} answers={shown.answers} onAnswered={() => column.current?.focus({ preventScroll: true })} />
        )}
        <RequestFacts request={request} />
        <RequestLetter request={request} />
        {isRequestOpen(request) && <MailActions name={name} handOver={handOver} {...(isUnsent(request) ? { onDone: done } : {})} />}
      </section>
    </Page>
  );
}

function RequestFacts({ request }: { readonly request: PartnershipRequest }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { reseller } = request;
  const when = (label: string, instant: string | undefined) =>
    (instant === undefined ? [] : [{ label, value: <DateText instant={instant} as="exact" /> }]);
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
