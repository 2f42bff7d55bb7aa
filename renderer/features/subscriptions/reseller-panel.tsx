import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeResellerPayload } from '../../../shared/sync/operation.ts';
import { shownVerdict } from '../../platform/shown-verdict.ts';
import { usePartners } from '../../platform/use-partners.ts';
import type { Partners } from '../../platform/use-partners.ts';
import { useNow } from '../../text/use-now.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { VerdictLine } from '../../ui/verdict-line.tsx';
import { ChangePanel } from './change-panel.tsx';
import type { ChangesProps } from './changes-props.ts';
import { ResellerForm } from './reseller-form.tsx';
import type { ResellerPick } from './reseller-pick.ts';
import { useChange } from './use-change.ts';

/** **Reseller (Partner ID)** of a subscription: who is credited, and the way to put another one there (portal task T5). */
export function ResellerPanel(props: ChangesProps) {
  const partners = usePartners();
  return partners === undefined ? null : <Known {...props} partners={partners} />;
}

/** What the form begins with: what is edited, or the reseller a link asked for. */
function initialPick({ edited, resellerId }: ChangesProps): ResellerPick {
  if (edited?.kind !== 'change-reseller') return { kind: 'listed', id: resellerId };
  const { id, partnerId } = edited.payload.reseller;
  return id === undefined ? { kind: 'typed', text: partnerId } : { kind: 'listed', id };
}

function Known(props: ChangesProps & { readonly partners: Partners }) {
  const { t } = useTranslation();
  const { record, subscription, changes, edited, partners } = props;
  const editedId = edited?.kind === 'change-reseller' ? edited.id : undefined;
  const command = useChange(editedId);
  const asked = props.resellerId === undefined ? undefined : partners.rowOf(props.resellerId);
  const isAsked = asked !== undefined && asked.partnerId !== subscription.partnerId;
  const [isOpen, setOpen] = useState(editedId !== undefined || isAsked);
  const submit = async (reseller: ChangeResellerPayload['reseller']): Promise<void> => {
    const { id: subscriptionId, partnerId: before } = subscription;
    const payload = {
      customer: { kind: 'tenant', customerId: record.row.id } as const,
      customerName: record.row.name,
      subscriptionId,
      subscriptionName: subscription.friendlyName || subscription.offerName,
      reseller,
      ...(before === undefined ? {} : { before }),
    };
    if (await command.submit({ kind: 'change-reseller', payload })) setOpen(false);
  };
  return (
    <ChangePanel
      title={t('subscription.resellerTitle')}
      now={<Now partnerId={subscription.partnerId} partners={partners} />}
      changeLabel={t('subscription.changeReseller')}
      changes={changes.filter(({ kind }) => kind === 'change-reseller')}
      editedId={editedId}
      command={command}
      isOpen={isOpen}
      onOpen={() => setOpen(true)}
      form={
        <ResellerForm
          partners={partners} current={subscription.partnerId} initial={initialPick(props)} command={command}
          onSubmit={(reseller) => void submit(reseller)} onCancel={() => setOpen(false)}
        />
      }
    />
  );
}

function Now({ partnerId, partners }: { readonly partnerId: string | undefined; readonly partners: Partners }) {
  const { t } = useTranslation();
  const now = useNow();
  const label = t('resellerChoice.resellerLabel');
  if (partnerId === undefined) return <FactList facts={[{ label, value: t('subscription.noReseller') }]} />;
  const row = partners.rows.find((one) => one.partnerId === partnerId);
  return (
    <FactList
      facts={[
        { label, value: row === undefined ? t('subscription.notListed') : <TextLink to={`/resellers/${row.id}`}>{row.name}</TextLink> },
        { label: t('resellerChoice.partnerIdLabel'), value: partnerId },
        { label: t('subscription.check'), value: <VerdictLine verdict={shownVerdict(partners.verdictOf(partnerId), now)} /> },
      ]}
    />
  );
}
