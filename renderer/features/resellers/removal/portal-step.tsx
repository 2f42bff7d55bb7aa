import { Button, makeStyles } from '@fluentui/react-components';
import { Open20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/contract/failure.ts';
import type { Removal } from '../../../../shared/domain/partnership/removal.ts';
import { copyText } from '../../../platform/copy-text.ts';
import { useConnectivity } from '../../../platform/services.tsx';
import { Age } from '../../../ui/age.tsx';
import { DateText } from '../../../ui/date-text.tsx';
import { FailureMessage } from '../../../ui/failure-message.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { RefreshListButton, useListRefresh } from '../refresh-list.tsx';

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' } });

export interface PortalStepProps {
  readonly removal: Removal;
  /** When the list of resellers was read last. */
  readonly readAt: string | undefined;
  readonly open: () => void;
  /** Why the portal did not open. */
  readonly problem: Failure | undefined;
}

/** The removal itself is done in the portal; here its page is opened, and the list watched until the reseller is gone. */
export function PortalStep({ removal, readAt, open, problem }: PortalStepProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  if (removal.state === 'gone') {
    return (
      <Panel title={t('removal.goneTitle')}>
        <p role="status"><StatusMark kind="ok">{t('removal.gone', { name: removal.name })} <DateText instant={removal.goneAt} /></StatusMark></p>
        <p>{t('removal.goneHint')}</p>
        <LinkButton to="/resellers">{t('removal.toList')}</LinkButton>
      </Panel>
    );
  }
  return (
    <>
      <Panel title={t('removal.portalTitle')}>
        <p>{t('removal.portalPath', { name: removal.name })}</p>
        <div className={styles.row}>
          <Button appearance="primary" icon={<Open20Regular />} disabledFocusable={!isOnline} onClick={() => isOnline && open()}>
            {t('removal.openPortal')}
          </Button>
          {!isOnline && <StatusMark kind="stopped">{t('removal.portalOffline')}</StatusMark>}
        </div>
        {problem !== undefined && <FailureMessage failure={problem} copy={copyText} />}
      </Panel>
      {removal.state === 'portal-opened' && <Watching removal={removal} readAt={readAt} />}
    </>
  );
}

function Watching({ removal, readAt }: Pick<PortalStepProps, 'removal' | 'readAt'>) {
  const styles = useStyles();
  const { t } = useTranslation();
  const refreshing = useListRefresh();
  return (
    <Panel title={t('removal.watching')} tone="waiting">
      <p role="status"><StatusMark kind="waiting">{t('removal.stillThere', { name: removal.name })}</StatusMark></p>
      <p>{t('removal.watchingHint')}</p>
      <div className={styles.row}><RefreshListButton refreshing={refreshing} /><Age instant={readAt} /></div>
      {refreshing.problem !== undefined && <FailureMessage intent="warning" failure={refreshing.problem} copy={copyText} />}
    </Panel>
  );
}
