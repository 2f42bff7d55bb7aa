import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRemovalOpen } from '../../../shared/domain/partnership/removal.ts';
import { isRequestOpen } from '../../../shared/domain/partnership/request.ts';
import type { PartnershipRequest } from '../../../shared/domain/partnership/request.ts';
import { isRequestedOne } from '../../../shared/domain/partnership/sighting.ts';
import { isOpen, needsPerson } from '../../../shared/sync/operation.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { useLive } from '../../platform/services.tsx';
import { draftPath, draftTitle } from '../../text/draft-words.ts';
import { operationSign, operationStatus, operationTitle } from '../../text/operation-words.ts';
import { DateText } from '../../ui/date-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import type { ResellerSubject } from './reseller-subject.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex', gap: '4px 12px', flexWrap: 'wrap', alignItems: 'center', minHeight: '36px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`, ':first-child': { borderTop: 'none' },
  },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface WorkLine {
  readonly id: string;
  readonly to: string;
  readonly title: string;
  readonly detail: ReactNode;
}

/** Whether an operation gives the reseller credit, a customer or support. */
export function isFor(operation: Operation, { id, partnerId }: ResellerSubject): boolean {
  switch (operation.kind) {
    case 'create-customer':
    case 'place-order':
      return operation.payload.reseller.kind === 'reseller' && operation.payload.reseller.id === id;
    case 'change-subscription': {
      const { reseller } = operation.payload.edits;
      return reseller !== undefined && (reseller.id === id || reseller.partnerId === partnerId);
    }
    case 'set-support-contact':
      return operation.payload.contact.tenantId === id;
    case 'confirm-agreement':
    case 'cancel-subscription':
    case 'transition-subscription':
    case 'reset-password':
    case 'request-qualification':
      return false;
  }
}

const isAbout = (request: PartnershipRequest, subject: ResellerSubject): boolean =>
  request.resellerId === subject.id || (request.resellerId === undefined && isRequestedOne(request, subject));

/** What is not finished and names the reseller: requests, a removal, drafts, operations. */
export function ResellerWork({ subject }: { readonly subject: ResellerSubject }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const lines = useWorkLines(subject);
  if (lines === undefined) return null;
  return (
    <Panel title={t('resellerWork.title')}>
      {lines.length === 0 && <p className={styles.none}>{t('resellerWork.none')}</p>}
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line.id} className={styles.line}>
            <TextLink to={line.to}>{line.title}</TextLink>
            {line.detail}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function useWorkLines(subject: ResellerSubject): readonly WorkLine[] | undefined {
  const { t } = useTranslation();
  const { id } = subject;
  const kept = useLive(async (work) => ({
    requests: await work.partnerships.requests(), removals: await work.partnerships.removals(),
    drafts: await work.drafts(), operations: await work.operations(),
  }), []);
  if (kept === undefined) return undefined;
  return [
    ...kept.removals.filter((removal) => removal.resellerId === id && isRemovalOpen(removal)).map((removal) => ({
      id: removal.id, to: `/resellers/${id}/remove`, title: t('resellerWork.removal'),
      detail: <StatusMark kind="attention">{t('resellerWork.attested')} <DateText instant={removal.attestedAt} /></StatusMark>,
    })),
    ...kept.requests.filter((request) => isRequestOpen(request) && isAbout(request, subject)).map((request) => ({
      id: request.id, to: '/resellers/requests', title: t('resellerWork.request', { email: request.reseller.email }),
      detail: <StatusMark kind="waiting">{t('resellerWork.prepared')} <DateText instant={request.createdAt} /></StatusMark>,
    })),
    ...kept.operations.filter((one) => (isOpen(one) || needsPerson(one)) && isFor(one, subject)).map((operation) => ({
      id: operation.id, to: `/outbox/${operation.id}`, title: operationTitle(t, operation),
      detail: <StatusMark kind={operationSign(operation)}>{operationStatus(t, operation)}</StatusMark>,
    })),
    ...kept.drafts
      .filter((draft) => draft.state === 'open' && draft.reseller?.kind === 'reseller' && draft.reseller.id === id)
      .map((draft) => ({
        id: draft.id, to: draftPath(draft), title: draftTitle(t, draft),
        detail: <span>{t('home.changed')} <DateText instant={draft.updatedAt} /></span>,
      })),
  ];
}
