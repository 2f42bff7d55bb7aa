import { PersonAdd24Regular } from '@fluentui/react-icons';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { CustomerDraft } from '../../../../shared/domain/draft.ts';
import { useServices } from '../../../platform/services.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { ListSkeleton } from '../../../ui/list-skeleton.tsx';
import { Page } from '../../../ui/page.tsx';
import { CustomerWizard } from './customer-wizard.tsx';
import { openCustomerDraft } from './open-customer-draft.ts';

/** Add a customer (portal task T7): `?reseller=` preselects, `?draft=` goes on, `?operation=` changes what was refused. */
export function NewCustomerPage() {
  const { t } = useTranslation();
  const services = useServices();
  const [params] = useSearchParams();
  const [opened, setOpened] = useState<CustomerDraft | 'missing'>();
  const asked = { draftId: params.get('draft'), operationId: params.get('operation'), resellerId: params.get('reseller') };
  const open = useEffectEvent(async (isWanted: () => boolean) => {
    // The draft got its own address when it was kept for the first time: it is already on screen.
    if (opened !== undefined && opened !== 'missing' && opened.id === asked.draftId) return;
    const draft = await openCustomerDraft(services, asked);
    if (isWanted()) setOpened(draft ?? 'missing');
  });
  useEffect(() => {
    let isWanted = true;
    void open(() => isWanted);
    return () => {
      isWanted = false;
    };
  }, [asked.draftId, asked.operationId, asked.resellerId]);

  if (opened === undefined) return <Page title={t('newCustomer.title')}><ListSkeleton /></Page>;
  if (opened === 'missing') {
    return (
      <Page title={t('newCustomer.title')}>
        <EmptyState
          icon={<PersonAdd24Regular />}
          title={t('newCustomer.missing.title')}
          text={t('newCustomer.missing.text')}
          actions={<LinkButton to="/customers" appearance="primary">{t('newCustomer.missing.action')}</LinkButton>}
        />
      </Page>
    );
  }
  return <CustomerWizard key={opened.id} draft={opened} />;
}
