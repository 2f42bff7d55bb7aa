import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { isRequestOpen, isUnsent } from '../../../../shared/domain/partnership/request.ts';
import type { PartnershipRequest } from '../../../../shared/domain/partnership/request.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Mail20Regular } from '@fluentui/react-icons';
import { Panel } from '../../../ui/panel.tsx';
import { MailActions } from '../letter/mail-actions.tsx';
import { SubjectLine } from '../letter/subject-line.tsx';
import { RequestState } from '../requests/request-state.tsx';
import { useRequestMail } from '../requests/use-request-mail.ts';
import type { RequestDraftState } from './use-request-draft.ts';

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  item: {
    display: 'flex', flexDirection: 'column', gap: '8px', padding: '12px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTop: 'none' },
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'baseline', justifyContent: 'space-between' },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  email: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** The letters, one for each reseller: opened or copied here, sent by the person, and said to be. */
export function SendStep({ state }: { readonly state: RequestDraftState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const byId = new Map(state.requests.map((request) => [request.id, request]));
  const requests = state.draft.requestIds.flatMap((id) => byId.get(id) ?? []);
  // Those that were prepared a moment ago may not be read yet.
  if (state.draft.requestIds.length === 0) {
    return <EmptyState icon={<Mail20Regular />} title={t('partnershipRequest.nonePrepared')} text={t('partnershipRequest.nonePreparedHint')} />;
  }
  return (
    <Panel title={t('partnershipRequest.sendTitle')}>
      <p className={styles.note}>{t('partnershipRequest.sendHint')}</p>
      <ul className={styles.list} aria-label={t('partnershipRequest.sendTitle')}>
        {requests.map((request) => <SendItem key={request.id} request={request} />)}
      </ul>
    </Panel>
  );
}

function SendItem({ request }: { readonly request: PartnershipRequest }) {
  const styles = useStyles();
  const { handOver, done } = useRequestMail(request);
  const { name, email } = request.reseller;
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <span><span className={styles.name}>{name}</span> <span className={styles.email}>{email}</span></span>
        <RequestState request={request} />
      </div>
      {isRequestOpen(request) && <SubjectLine name={name} subject={request.subject} />}
      <MailActions
        size="small"
        name={name}
        isDisabled={!isRequestOpen(request)}
        handOver={handOver}
        {...(isUnsent(request) ? { onDone: done } : {})}
      />
    </li>
  );
}
