import { makeStyles } from '@fluentui/react-components';
import { Briefcase20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { Page } from '../../ui/page.tsx';
import { CustomerPanel } from './customer-panel.tsx';
import { ItemPanel } from './item-panel.tsx';
import { MarketPanel } from './market-panel.tsx';
import { RunPanel } from './run-panel.tsx';
import { SelectedCustomers } from './selected-customers.tsx';
import { SpacePanel } from './space-panel.tsx';
import { useBriefcaseView } from './use-briefcase-view.ts';
import type { ShownBriefcase } from './use-briefcase-view.ts';

const useStyles = makeStyles({ column: { display: 'flex', flexDirection: 'column', gap: '16px' } });

/** What is taken along to work without a network: chosen, read, and until when it serves. */
export function BriefcasePage() {
  const styles = useStyles();
  const { t } = useTranslation();
  const shown = useBriefcaseView();
  return (
    <Page title={t('briefcase.title')} subtitle={t('briefcase.hint')}>
      {shown === undefined ? <ListSkeleton /> : <div className={styles.column}><Content {...shown} /></div>}
    </Page>
  );
}

function Content({ choice, content, view, run }: ShownBriefcase) {
  const { t } = useTranslation();
  const isEmpty = choice.length === 0;
  return (
    <>
      <SelectedCustomers choice={choice} />
      {isEmpty ? (
        <EmptyState
          icon={<Briefcase20Regular />} title={t('briefcase.empty')} text={t('briefcase.emptyHint')}
          actions={
            <>
              <LinkButton to="/resellers">{t('action.openReseller')}</LinkButton>
              <LinkButton to="/customers">{t('action.openCustomers')}</LinkButton>
            </>
          }
        />
      ) : <RunPanel view={view} run={run} />}
      <ItemPanel items={view.items} />
      {!isEmpty && <CustomerPanel customers={view.customers} unread={run?.unread ?? []} />}
      {content.markets.length > 0 && <MarketPanel markets={content.markets} />}
      <SpacePanel choice={choice} others={content.others} />
    </>
  );
}
