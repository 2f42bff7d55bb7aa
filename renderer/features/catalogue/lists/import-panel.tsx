import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowUpload20Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../../shared/domain/catalogue/price-list.ts';
import { useFormat } from '../../../text/use-format.ts';
import { Panel } from '../../../ui/panel.tsx';
import { ProgressLine } from '../../../ui/progress-line.tsx';
import { useFileDrop } from '../../../ui/use-file-drop.ts';
import { ImportResult } from './import-result.tsx';
import { useSourceName } from './use-source-name.ts';
import type { ListCommands } from './use-list-commands.ts';

const useStyles = makeStyles({
  target: { border: '2px dashed transparent', borderRadius: tokens.borderRadiusMedium },
  over: { border: `2px dashed ${tokens.colorCompoundBrandStroke}` },
  hint: { margin: '0 0 12px', color: tokens.colorNeutralForeground2 },
  running: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: '8px', marginTop: '12px' },
  cancel: { alignSelf: 'flex-start' },
  result: { marginTop: '12px' },
});

export interface ImportPanelProps {
  readonly view: ImportView | undefined;
  readonly commands: ListCommands;
}

/** Takes a file in, picked or dropped; shows how far it is, and what came of the last one. */
export function ImportPanel({ view, commands }: ImportPanelProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const isBusy = view !== undefined && view.end === undefined;
  const { takeTarget, isOver } = useFileDrop((file) => isBusy || commands.importFile(file));
  return (
    <div ref={takeTarget} className={mergeClasses(styles.target, isOver && styles.over)}>
      <Panel title={t('priceLists.import')}>
        <p className={styles.hint}>{t('priceLists.importHint')}</p>
        <Button appearance="primary" icon={<ArrowUpload20Regular />} disabledFocusable={isBusy} onClick={() => picker.current?.click()}>
          {t('priceLists.chooseFile')}
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".csv,.zip,text/csv,application/zip"
          aria-label={t('priceLists.chooseFile')}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) commands.importFile(file);
            // The same file may be chosen again after it was put right.
            event.target.value = '';
          }}
        />
        {isBusy && <Running view={view} onCancel={commands.cancel} />}
        <div role="status" className={styles.result}>
          {view?.end !== undefined && <ImportResult source={view.source} end={view.end} />}
        </div>
      </Panel>
    </div>
  );
}

function Running({ view: { source, rows, bytes, totalBytes }, onCancel }: { readonly view: ImportView; readonly onCancel: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const name = useSourceName()(source);
  const isWaiting = totalBytes === 0 && source.kind === 'server';
  return (
    <div className={styles.running}>
      <ProgressLine
        label={isWaiting ? t('priceLists.downloading', { name }) : t('priceLists.running', { name })}
        count={t('priceLists.rowsSoFar', { count: rows, shown: format.number(rows) })}
        value={totalBytes === 0 ? undefined : bytes / totalBytes}
      />
      <Button className={styles.cancel} onClick={onCancel}>{t('priceLists.cancel')}</Button>
    </div>
  );
}
