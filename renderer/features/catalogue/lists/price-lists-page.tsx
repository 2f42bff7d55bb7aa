import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useMirror } from '../../../platform/services.tsx';
import { ListSkeleton } from '../../../ui/list-skeleton.tsx';
import { Page } from '../../../ui/page.tsx';
import { DownloadPanel } from './download-panel.tsx';
import { HeldLists } from './held-lists.tsx';
import { ImportPanel } from './import-panel.tsx';
import { SkuLookup } from './sku-lookup.tsx';
import { useListCommands } from './use-list-commands.ts';

const useStyles = makeStyles({ parts: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '1100px' } });

/** Price sheets and offer matrices held here: take one in, download one, see and remove them, look a product up in them. */
export function PriceListsPage() {
  const styles = useStyles();
  const { t } = useTranslation();
  const commands = useListCommands();
  const lists = useMirror(['price-lists'], (mirror) => mirror.priceLists(), []);
  const view = useMirror(['price-lists'], (mirror) => mirror.priceListImport(), []);
  const isBusy = view !== undefined && view.end === undefined;
  return (
    <Page title={t('priceLists.title')} breadcrumbs={[{ label: t('nav.catalogue'), to: '/catalogue' }]} subtitle={t('priceLists.what')}>
      <div className={styles.parts}>
        <ImportPanel view={view} commands={commands} />
        <DownloadPanel isBusy={isBusy} commands={commands} />
        {lists === undefined ? <ListSkeleton /> : <HeldLists lists={lists} commands={commands} />}
        {lists !== undefined && lists.length > 0 && <SkuLookup />}
      </div>
    </Page>
  );
}
