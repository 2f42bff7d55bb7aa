import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { subscriptionName } from '../../../shared/domain/subscription/subscription.ts';
import type { SupportContact } from '../../../shared/domain/subscription/subscription.ts';
import type { Organization } from '../../../shared/ports/organization.ts';
import { isOpen as isUnfinished } from '../../../shared/sync/operation.ts';
import type { OperationOf } from '../../../shared/sync/operation.ts';
import { useMirror } from '../../platform/services.tsx';
import { usePartners } from '../../platform/use-partners.ts';
import type { Partners } from '../../platform/use-partners.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { ChangePanel } from './change-panel.tsx';
import type { EditProps } from './edit-props.ts';
import type { SupportPick } from './reseller-pick.ts';
import { SupportForm } from './support-form.tsx';
import { useChange } from './use-change.ts';

/** **Designated support contact** of a subscription: the provider itself, or a reseller with a partnership (portal task T4). */
export function SupportPanel(props: EditProps) {
  const partners = usePartners();
  const answer = useMirror(['organization'], async (mirror) => ({ organization: await mirror.organization() }), []);
  if (partners === undefined || answer === undefined) return null;
  return <Known {...props} partners={partners} organization={answer.organization} />;
}

interface KnownProps extends EditProps {
  readonly partners: Partners;
  readonly organization: Organization | undefined;
}

/** What the form begins with: what is edited, the reseller a link asked for, or a reseller yet to be chosen. */
function initialPick({ asked, organization }: KnownProps, edited: OperationOf<'set-support-contact'> | undefined): SupportPick {
  if (edited === undefined) return { kind: 'reseller', id: asked.resellerId };
  const { tenantId } = edited.payload.contact;
  return tenantId === organization?.tenantId ? { kind: 'own' } : { kind: 'reseller', id: tenantId };
}

function Known(props: KnownProps) {
  const { t } = useTranslation();
  const { record, subscription, changes, asked, partners, organization } = props;
  const contacts = changes.filter((one) => one.kind === 'set-support-contact');
  const edited = contacts.find((one) => isUnfinished(one) && one.id === asked.operation);
  const editedId = edited?.id;
  const command = useChange(editedId);
  const current = record.supportContacts?.[subscription.id];
  const { resellerId } = asked;
  const isAsked = resellerId !== undefined && partners.rowOf(resellerId) !== undefined && current?.tenantId !== resellerId;
  const [isOpen, setOpen] = useState(editedId !== undefined || isAsked);
  const submit = async (contact: SupportContact): Promise<void> => {
    const payload = {
      customer: { kind: 'tenant', customerId: record.row.id } as const,
      customerName: record.row.name,
      subscriptionId: subscription.id,
      subscriptionName: subscriptionName(subscription),
      contact,
      ...(current === undefined ? {} : { before: current }),
    };
    if (await command.submit(payload)) setOpen(false);
  };
  return (
    <ChangePanel
      title={t('subscription.supportContact')}
      now={<Now contact={current} />}
      changeLabel={t('subscription.changeSupport')}
      changes={contacts}
      editedId={editedId}
      command={command}
      isOpen={isOpen}
      onOpen={() => setOpen(true)}
      form={
        <SupportForm
          partners={partners} organization={organization} current={current} initial={initialPick(props, edited)} command={command}
          onSubmit={(contact) => void submit(contact)} onCancel={() => setOpen(false)}
        />
      }
    />
  );
}

function Now({ contact }: { readonly contact: SupportContact | undefined }) {
  const { t } = useTranslation();
  if (contact === undefined) return <span>{t('subscription.supportNotRead')}</span>;
  return (
    <FactList
      facts={[
        { label: t('subscription.supportBy'), value: contact.name },
        { label: t('resellerChoice.partnerIdLabel'), value: contact.partnerId },
      ]}
    />
  );
}
