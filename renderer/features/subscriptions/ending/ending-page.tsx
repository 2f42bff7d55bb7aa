import { Button } from '@fluentui/react-components';
import {
  ArrowDownload20Regular, Briefcase20Regular, CalendarLtr20Regular, ChartMultiple20Regular, List20Regular, Print20Regular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndChoice } from '../../../../shared/domain/renewal/choice.ts';
import { bridge } from '../../../platform/bridge.ts';
import type { End } from '../../../platform/read-ends.ts';
import { useServices } from '../../../platform/services.tsx';
import { useEnds } from '../../../platform/use-ends.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { ListSkeleton } from '../../../ui/list-skeleton.tsx';
import { Page } from '../../../ui/page.tsx';
import { EndingBoard } from './ending-board.tsx';
import { EndingNotes } from './ending-notes.tsx';
import { EndingPreview } from './ending-preview.tsx';
import { narrowEnds, shownEnds, useEndingView } from './ending-view-store.ts';
import type { ChoiceDone } from './use-end-choice.ts';
import { useEndSelection } from './use-end-selection.ts';
import { useEndingFiles } from './use-ending-files.ts';
import type { EndingFiles } from './use-ending-files.ts';

/** What ends within 90 days over all customers that were read, what happens when nobody acts, and what that costs. */
export function EndingPage() {
  const { t } = useTranslation();
  const { account } = useServices();
  const view = useEndingView();
  const { ends, now } = useEnds();
  const shown = shownEnds(ends ?? [], view, now);
  const selection = useEndSelection(shown);
  const files = useEndingFiles(shown, now);
  const [asked, setAsked] = useState<{ readonly choice: EndChoice; readonly keys: ReadonlySet<string> }>();
  const [done, setDone] = useState<ChoiceDone>();
  const ask = (choice: EndChoice, those: readonly End[]): void => {
    setDone(undefined);
    setAsked({ choice, keys: new Set(those.map(({ key }) => key)) });
  };
  const finish = (made: ChoiceDone): void => {
    setDone(made);
    setAsked(undefined);
    selection.clear();
  };
  const openPortal = ({ row }: End): void => {
    void bridge.call('portal.open', { accountId: account.id, page: 'customer', customerId: row.customerId });
  };
  return (
    <Page
      title={t('ending.title')}
      subtitle={t('ending.hint')}
      breadcrumbs={[{ label: t('nav.subscriptions'), to: '/subscriptions' }]}
      isFilled
      actions={shown.length > 0 && asked === undefined && <Actions files={files} isPicture={view.shows === 'picture'} />}
    >
      {asked !== undefined && (
        <EndingPreview
          ends={(ends ?? []).filter(({ key }) => asked.keys.has(key))} choice={asked.choice} now={now} onDone={finish}
          onBack={() => setAsked(undefined)}
        />
      )}
      {asked === undefined && <EndingNotes done={done} files={files} />}
      {asked === undefined && ends === undefined && <ListSkeleton />}
      {asked === undefined && ends?.length === 0 && (
        <EmptyState
          icon={<CalendarLtr20Regular />} title={t('ending.none')} text={t('ending.noneHint')}
          actions={<LinkButton to="/briefcase" appearance="primary" icon={<Briefcase20Regular />}>{t('ending.takeAlong')}</LinkButton>}
        />
      )}
      {asked === undefined && ends !== undefined && ends.length > 0 && (
        <EndingBoard
          shown={shown} selection={selection} now={now} onChoose={ask} onPortal={openPortal}
          onSavePicture={(kind, picture) => void files.savePicture(kind, picture)}
        />
      )}
    </Page>
  );
}

/** The other view, and what leaves the board. */
function Actions({ files, isPicture }: { readonly files: EndingFiles; readonly isPicture: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Button
        icon={isPicture ? <List20Regular /> : <ChartMultiple20Regular />}
        onClick={() => narrowEnds({ shows: isPicture ? 'list' : 'picture' })}
      >
        {t(isPicture ? 'ending.view.list' : 'ending.view.picture')}
      </Button>
      <Button icon={<Print20Regular />} onClick={files.print}>{t('ending.files.print')}</Button>
      <Button icon={<CalendarLtr20Regular />} onClick={() => void files.saveCalendar()}>{t('ending.files.calendar')}</Button>
      <Button icon={<ArrowDownload20Regular />} onClick={() => void files.saveTable()}>{t('ending.files.csv')}</Button>
    </>
  );
}
