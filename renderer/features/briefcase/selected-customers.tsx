import { Button, makeStyles } from '@fluentui/react-components';
import { Briefcase20Regular, Dismiss20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { BriefcaseChoice } from '../../../shared/domain/briefcase/briefcase-choice.ts';
import { clearSelectedCustomers, useSelectedCustomers } from '../../platform/customer-selection.ts';
import { useServices } from '../../platform/services.tsx';
import { useBriefcaseCommands } from '../../platform/use-briefcase.ts';
import { useFormat } from '../../text/use-format.ts';
import { Panel } from '../../ui/panel.tsx';

const useStyles = makeStyles({
  text: { margin: '0 0 8px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** Customers that were chosen in the list and sent here: nothing is taken along before somebody says so. */
export function SelectedCustomers({ choice }: { readonly choice: BriefcaseChoice }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { mirror } = useServices();
  const { take } = useBriefcaseCommands();
  const [search, setSearch] = useSearchParams();
  const selected = useSelectedCustomers();
  const ids = [...selected].filter((id) => !choice.some((item) => item.id === id));
  if (search.get('customers') !== 'selected' || ids.length === 0) return null;
  const done = (): void => {
    clearSelectedCustomers();
    setSearch({}, { replace: true });
  };
  const takeAll = async (): Promise<void> => {
    const { rows } = await mirror.customers({ text: '', ids, offset: 0, limit: ids.length });
    await take(rows.map(({ id, name }) => ({ kind: 'customer', id, name })));
    done();
  };
  return (
    <Panel title={t('briefcase.selectedTitle')} tone="waiting">
      <p className={styles.text}>{t('briefcase.selected', { count: ids.length, shown: format.number(ids.length) })}</p>
      <div className={styles.buttons}>
        <Button appearance="primary" icon={<Briefcase20Regular />} onClick={() => void takeAll()}>{t('briefcase.take')}</Button>
        <Button icon={<Dismiss20Regular />} onClick={done}>{t('ui.cancel')}</Button>
      </div>
    </Panel>
  );
}
