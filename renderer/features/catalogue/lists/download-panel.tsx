import { Button, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnectivity, useMirror } from '../../../platform/services.tsx';
import { useFormat } from '../../../text/use-format.ts';
import { useNow } from '../../../text/use-now.ts';
import { Panel } from '../../../ui/panel.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { pastMonths } from './past-months.ts';
import type { ListCommands } from './use-list-commands.ts';

const useStyles = makeStyles({
  hint: { margin: '0 0 12px', color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', gap: '12px', alignItems: 'flex-end' },
  field: { minWidth: '180px' },
});

/** Asks Partner Center for the price sheet of a market, of this month or of one of the eleven before. */
export function DownloadPanel({ isBusy, commands }: { readonly isBusy: boolean; readonly commands: ListCommands }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { isOnline } = useConnectivity();
  const markets = useMirror(['catalogue'], (mirror) => mirror.catalogueCountries(), []) ?? [];
  const months = pastMonths(useNow());
  const [chosen, choose] = useState<{ readonly market?: string; readonly month?: string }>({});
  const market = chosen.market ?? markets[0];
  const month = chosen.month ?? months[0];
  const download = (): void => {
    if (market !== undefined && month !== undefined) commands.download(market, month);
  };
  return (
    <Panel title={t('priceLists.download')}>
      <p className={styles.hint}>{t('priceLists.downloadHint')}</p>
      {markets.length === 0 ? (
        <StatusMark kind="info">{t('priceLists.noMarkets')}</StatusMark>
      ) : (
        <div className={styles.row}>
          <Field label={t('priceLists.market')} className={styles.field}>
            <Select value={market ?? ''} onChange={(_event, data) => choose({ ...chosen, market: data.value })}>
              {markets.map((iso2) => <option key={iso2} value={iso2}>{format.country(iso2)}</option>)}
            </Select>
          </Field>
          <Field label={t('priceLists.month')} className={styles.field}>
            <Select value={month ?? ''} onChange={(_event, data) => choose({ ...chosen, month: data.value })}>
              {months.map((one) => <option key={one} value={one}>{format.month(one)}</option>)}
            </Select>
          </Field>
          <Button icon={<ArrowDownload20Regular />} disabledFocusable={!isOnline || isBusy} onClick={download}>
            {t('priceLists.downloadNow')}
          </Button>
        </div>
      )}
      {!isOnline && <StatusMark kind="stopped">{t('priceLists.offline')}</StatusMark>}
    </Panel>
  );
}
