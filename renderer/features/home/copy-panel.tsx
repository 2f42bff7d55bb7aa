import { Button } from '@fluentui/react-components';
import { ArrowSync16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { CollectionName, MirrorStatus } from '../../../shared/ports/mirror.ts';
import { useConnectivity, useMirror, useServices } from '../../platform/services.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Age } from '../../ui/age.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Panel } from '../../ui/panel.tsx';

const shown: readonly CollectionName[] = ['resellers', 'customers', 'catalogue'];

/** When the oldest of the lists was last complete; undefined while one never was. */
function oldest({ collections }: MirrorStatus): string | undefined {
  const moments = shown.map((name) => collections[name].pulledAt);
  return moments.includes(undefined) ? undefined : moments.filter((moment) => moment !== undefined).toSorted()[0];
}

/** How much is in the offline copy and how old it is. */
export function CopyPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const { pull } = useServices();
  const { isOnline } = useConnectivity();
  const status = useMirror(['status'], (mirror) => mirror.status(), []);
  const button = (
    <Button
      size="small"
      icon={<ArrowSync16Regular />}
      disabled={!isOnline || status?.pull !== undefined}
      onClick={() => void pull.pullNow()}
    >
      {t('sync.pullNow')}
    </Button>
  );
  return (
    <Panel title={t('home.data')} actions={<><LinkButton to="/briefcase" size="small">{t('briefcase.title')}</LinkButton>{button}</>}>
      {status !== undefined && (
        <FactList
          facts={[
            ...shown.map((name) => ({ label: t(`collection.${name}`), value: format.number(status.collections[name].count) })),
            { label: t('settings.age'), value: <Age isBare instant={oldest(status)} /> },
          ]}
        />
      )}
    </Panel>
  );
}
