import { makeStyles } from '@fluentui/react-components';
import { BuildingPeople20Regular, Cart20Regular, PersonAdd20Regular } from '@fluentui/react-icons';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { isOpen, needsPerson } from '../../../shared/sync/operation.ts';
import { isToHandOver, useEnvelopes } from '../../platform/use-envelopes.ts';
import { useLive, useServices } from '../../platform/services.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { CopyPanel } from './copy-panel.tsx';
import { DraftPanel } from './draft-panel.tsx';
import { EnvelopePanel } from './envelope-panel.tsx';
import { OperationPanel } from './operation-panel.tsx';
import { PartnershipPanel } from './partnership-panel.tsx';
import { RecentPanel } from './recent-panel.tsx';
import { StartPanel } from './start-panel.tsx';

// not needed for the first screen to stand
const ClosingPanel = lazy(async () => ({ default: (await import('./closing-panel.tsx')).ClosingPanel }));
const EndingPanel = lazy(async () => ({ default: (await import('./ending-panel.tsx')).EndingPanel }));

const useStyles = makeStyles({
  columns: {
    display: 'grid', gridTemplateColumns: 'minmax(0, 3fr) minmax(280px, 2fr)', gap: '16px', alignItems: 'start',
    '@media (max-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: '16px', minWidth: 0 },
});

/** Where a morning starts: what needs a person first, then what waits, what was begun, and how fresh the data is. */
export function HomePage() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { account } = useServices();
  const operations = useLive((work) => work.operations(), []);
  const drafts = useLive((work) => work.drafts(), []);
  const envelopes = useEnvelopes();
  const asking = operations?.filter(needsPerson) ?? [];
  const waiting = operations?.filter((operation) => isOpen(operation) && !needsPerson(operation)) ?? [];
  return (
    <Page
      title={t('nav.home')}
      subtitle={account.name}
      actions={
        <>
          <LinkButton to="/resellers" icon={<BuildingPeople20Regular />}>{t('action.openReseller')}</LinkButton>
          <LinkButton to="/customers" icon={<Cart20Regular />}>{t('action.addProducts')}</LinkButton>
          <LinkButton
            to="/customers/new"
            appearance="primary"
            icon={<PersonAdd20Regular />}
          >
            {t('action.addCustomer')}
          </LinkButton>
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.column}>
          {operations?.length === 0 && drafts?.length === 0 && <StartPanel />}
          <OperationPanel title={t('home.needsYou')} tone="attention" operations={asking} noneText={t('home.nothingNeedsYou')} />
          <Suspense fallback={null}><ClosingPanel /><EndingPanel /></Suspense>
          <EnvelopePanel envelopes={envelopes?.filter(isToHandOver) ?? []} />
          <PartnershipPanel />
          <OperationPanel title={t('home.waiting')} tone="waiting" operations={waiting} noneText={t('home.nothingWaits')} />
          <DraftPanel drafts={drafts?.filter((draft) => draft.state === 'open') ?? []} />
        </div>
        <div className={styles.column}>
          <CopyPanel />
          <RecentPanel />
        </div>
      </div>
    </Page>
  );
}
