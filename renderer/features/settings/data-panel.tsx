import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CollectionName, MirrorStatus } from '../../../shared/ports/mirror.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity, useLive, useMirror, useServices } from '../../platform/services.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Age } from '../../ui/age.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

const names: readonly CollectionName[] = ['organization', 'country-rules', 'resellers', 'customers', 'associations', 'catalogue'];

const useStyles = makeStyles({ buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap', marginTop: '12px' } });

/** What is in the offline copy and how old it is; pull it now, or drop it and pull it afresh. */
export function DataPanel() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { mirror, pull } = useServices();
  const { isOnline } = useConnectivity();
  const status = useMirror(['status'], (store) => store.status(), []);
  const [isAsking, setAsking] = useState(false);
  const isPulling = status?.pull !== undefined;
  const parked = useLive((work) => work.parked(), []) ?? 0;
  const clear = async (): Promise<void> => {
    setAsking(false);
    await pull.stop();
    await mirror.clear();
    if (isOnline) await pull.pullNow();
  };
  return (
    <Panel title={t('settings.data')}>
      {status !== undefined && <Collections status={status} />}
      {parked > 0 && <StatusMark kind="attention">{t('settings.parked', { count: parked })}</StatusMark>}
      {status?.stopped !== undefined && !isPulling && <FailureMessage intent="warning" failure={status.stopped} copy={copyText} />}
      <div className={styles.buttons}>
        {isPulling ? (
          <Button onClick={() => void pull.stop()}>{t('firstPull.stop')}</Button>
        ) : (
          <Button appearance="primary" disabled={!isOnline} onClick={() => void pull.pullNow()}>{t('sync.pullNow')}</Button>
        )}
        <Button onClick={() => setAsking(true)}>{t('settings.clear')}</Button>
        <LinkButton to="/briefcase">{t('briefcase.title')}</LinkButton>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('settings.clearTitle')}
        confirmLabel={t('settings.clear')}
        onConfirm={() => void clear()}
        onCancel={() => setAsking(false)}
      >
        {t(isOnline ? 'settings.clearHint' : 'settings.clearHintOffline')}
      </ConfirmDialog>
    </Panel>
  );
}

function Collections({ status }: { readonly status: MirrorStatus }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <PlainTable
      label={t('settings.data')}
      rows={names}
      rowKey={(name) => name}
      columns={[
        { id: 'name', header: t('settings.collection'), cell: (name) => t(`collection.${name}`) },
        { id: 'count', header: t('settings.count'), align: 'end', cell: (name) => format.number(status.collections[name].count) },
        {
          id: 'age', header: t('settings.age'),
          cell: (name) => {
            if (status.pull?.collection === name) return t('settings.pullingNow');
            return <Age isBare instant={status.collections[name].pulledAt} />;
          },
        },
      ]}
    />
  );
}
