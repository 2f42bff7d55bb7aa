import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryOf } from '../../../shared/domain/briefcase/briefcase-choice.ts';
import type { BriefcaseChoice } from '../../../shared/domain/briefcase/briefcase-choice.ts';
import type { BriefcaseContent } from '../../../shared/domain/briefcase/briefcase-parts.ts';
import type { Draft } from '../../../shared/domain/draft.ts';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import { customerIdOf } from '../../../shared/sync/calls.ts';
import { isOpen } from '../../../shared/sync/operation.ts';
import { useServices } from '../../platform/services.tsx';
import { useFormat } from '../../text/use-format.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Panel } from '../../ui/panel.tsx';
import { sizeWords } from './briefcase-words.ts';

const useStyles = makeStyles({ text: { margin: '0 0 8px' } });

const customerOf = (draft: Draft): CustomerTenantId | undefined =>
  draft.kind === 'cart' && draft.state === 'open' && draft.customer.kind === 'tenant' ? draft.customer.customerId : undefined;

/** Gives back the space of what was read and is not taken along. Customers with unsent work keep what is needed for it. */
function useGiveBack(choice: BriefcaseChoice): () => Promise<void> {
  const { mirror, work } = useServices();
  return async () => {
    const [operations, drafts] = await Promise.all([work.operations(), work.drafts()]);
    const busy = [...operations.filter(isOpen).map(customerIdOf), ...drafts.map(customerOf)].filter((id) => id !== undefined);
    const { resellerIds, customerIds } = queryOf(choice);
    await mirror.lightenOthers({ resellerIds, customerIds: [...customerIds, ...busy] });
  };
}

/** How much is kept of customers that are not taken along, and the way to give it back. */
export function SpacePanel({ choice, others }: { readonly choice: BriefcaseChoice; readonly others: BriefcaseContent['others'] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const [isAsking, setAsking] = useState(false);
  const giveBack = useGiveBack(choice);
  if (others.customers === 0) return null;
  const size = sizeWords(format, others.bytes);
  return (
    <Panel title={t('briefcase.space')} actions={<Button onClick={() => setAsking(true)}>{t('briefcase.giveBack')}</Button>}>
      <p className={styles.text}>{t('briefcase.others', { count: others.customers, shown: format.number(others.customers), size })}</p>
      <ConfirmDialog
        isOpen={isAsking} title={t('briefcase.giveBackTitle', { size })} confirmLabel={t('briefcase.giveBack')}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void giveBack();
        }}
      >
        {t('briefcase.giveBackHint')}
      </ConfirmDialog>
    </Panel>
  );
}
