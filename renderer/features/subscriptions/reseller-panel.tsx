import { useTranslation } from 'react-i18next';
import type { SubscriptionEdits } from '../../../shared/domain/subscription/subscription-edits.ts';
import { shownVerdict } from '../../platform/shown-verdict.ts';
import { usePartners } from '../../platform/use-partners.ts';
import type { Partners } from '../../platform/use-partners.ts';
import { useNow } from '../../text/use-now.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { VerdictLine } from '../../ui/verdict-line.tsx';
import { blockOf, isFieldAsked, openEdits, wantedFields } from './edit-props.ts';
import type { EditProps } from './edit-props.ts';
import { BlockedNote, EditSection } from './edit-section.tsx';
import { FormNote } from './form-note.tsx';
import { PendingEdit } from './pending-edit.tsx';
import { ResellerForm } from './reseller-form.tsx';
import type { ResellerPick } from './reseller-pick.ts';
import { useEdits } from './use-edits.ts';

/** **Reseller (Partner ID)** of a subscription: who is credited, and the way to put another one there (portal task T5). */
export function ResellerPanel(props: EditProps) {
  const partners = usePartners();
  return partners === undefined ? null : <Known {...props} partners={partners} />;
}

type KnownProps = EditProps & { readonly partners: Partners };

const chosenReseller = ({ changes }: EditProps): SubscriptionEdits['reseller'] =>
  openEdits(changes).findLast(({ payload }) => payload.edits.reseller !== undefined)?.payload.edits.reseller;

/** What the form begins with: the reseller a link asked for, or what waits already. */
function initialPick(props: EditProps): ResellerPick {
  const waiting = chosenReseller(props);
  if (props.asked.resellerId !== undefined || waiting === undefined) return { kind: 'listed', id: props.asked.resellerId };
  return waiting.id === undefined ? { kind: 'typed', text: waiting.partnerId } : { kind: 'listed', id: waiting.id };
}

function Known(props: KnownProps) {
  const { t } = useTranslation();
  const { subscription, changes, asked, partners } = props;
  const block = blockOf(props);
  const link = asked.resellerId === undefined ? undefined : partners.rowOf(asked.resellerId);
  const isLinked = link !== undefined && link.partnerId !== subscription.partnerId;
  const waiting = chosenReseller(props);
  const nameOf = (partnerId: string | undefined): string =>
    partnerId === undefined ? t('subscription.noReseller')
      : (partners.rows.find((one) => one.partnerId === partnerId)?.name ?? t('resellerChoice.partnerId', { partnerId }));
  return (
    <Panel title={t('subscription.resellerTitle')} tone={waiting === undefined ? 'plain' : 'waiting'}>
      <Now partnerId={subscription.partnerId} partners={partners} />
      <BlockedNote block={block} />
      <EditSection
        label={t('subscription.changeReseller')}
        isAsked={isLinked || isFieldAsked(props, 'reseller')}
        isBlocked={block !== undefined}
        pending={(
          <PendingEdit
            changes={changes} field="reseller" before={nameOf(subscription.partnerId)}
            after={waiting?.name === undefined || waiting.name === '' ? nameOf(wantedFields(props).partnerId) : waiting.name}
          />
        )}
        form={(close) => <Form {...props} onClose={close} />}
      />
    </Panel>
  );
}

function Form(props: KnownProps & { readonly onClose: (isDone: boolean) => void }) {
  const { t } = useTranslation();
  const { subscription, partners, onClose } = props;
  const command = useEdits(props);
  const submit = async (reseller: NonNullable<SubscriptionEdits['reseller']>): Promise<void> => {
    if (await command.submit({ reseller })) onClose(true);
  };
  return (
    <ResellerForm
      partners={partners}
      // While another one waits, the one that stands takes it back.
      current={chosenReseller(props) === undefined ? subscription.partnerId : undefined}
      initial={initialPick(props)} command={command}
      note={subscription.scheduled !== undefined && <FormNote>{t('subscription.deletesScheduled')}</FormNote>}
      onSubmit={(reseller) => void submit(reseller)} onCancel={() => onClose(false)}
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
