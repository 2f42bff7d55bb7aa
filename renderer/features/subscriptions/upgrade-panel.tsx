import { Button, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { UpgradeTarget } from '../../../shared/domain/subscription/upgrade.ts';
import { isOpen } from '../../../shared/sync/operation.ts';
import { Age } from '../../ui/age.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useFormStyles } from './edit-form.tsx';
import { blockOf, openEdits } from './edit-props.ts';
import type { EditProps } from './edit-props.ts';
import { BlockedNote, EditSection } from './edit-section.tsx';
import { ChangeLines } from './subscription-work.tsx';
import { UpgradeForm } from './upgrade-form.tsx';

const useOwnStyles = makeStyles({ schedule: { alignSelf: 'flex-start', marginTop: '12px' } });

const titlesOf = (targets: readonly UpgradeTarget[]): string => targets.map(({ title }) => title).join(', ');

/** **Upgrade**: what the subscription can become at once and at its renewal, as last read, and the form that upgrades it. */
export function UpgradePanel(props: EditProps) {
  const { record, subscription, changes } = props;
  const styles = useFormStyles();
  const own = useOwnStyles();
  const { t } = useTranslation();
  const [, setParams] = useSearchParams();
  const known = record.upgrades?.[subscription.id];
  const underWay = changes.filter((one) => one.kind === 'transition-subscription').filter(isOpen);
  const block = blockOf(props);
  const isEdited = openEdits(changes).length > 0;
  const { immediate = [], scheduled = [] } = known?.targets ?? {};
  const isBlocked = block !== undefined || isEdited || immediate.length === 0;
  return (
    <Panel title={t('upgrade.title')} tone={underWay.length > 0 ? 'waiting' : 'plain'}>
      {known === undefined ? <p className={styles.soft}>{t('upgrade.neverRead')}</p> : (
        <FactList
          facts={[
            { label: t('upgrade.now'), value: immediate.length === 0 ? t('upgrade.nothing') : titlesOf(immediate) },
            { label: t('upgrade.atRenewal'), value: scheduled.length === 0 ? t('upgrade.nothing') : titlesOf(scheduled) },
            { label: t('upgrade.readAt'), value: <Age instant={known.at} isBare /> },
          ]}
        />
      )}
      <BlockedNote block={block} />
      {block === undefined && isEdited && <p className={styles.soft}>{t('upgrade.afterEdit')}</p>}
      <EditSection
        label={t('upgrade.begin')} isBlocked={isBlocked} pending={<ChangeLines operations={underWay} />}
        form={(close) => <UpgradeForm {...props} targets={immediate} onClose={close} />}
      />
      {block === undefined && scheduled.length > 0 && (
        <Button className={own.schedule} onClick={() => setParams({ schedule: String(subscription.quantity) }, { replace: true })}>
          {t('upgrade.schedule')}
        </Button>
      )}
    </Panel>
  );
}
