import { useTranslation } from 'react-i18next';
import { reducibleSeats } from '../../../shared/domain/subscription/seat-rules.ts';
import { usedSeats } from '../../../shared/domain/subscription/used-seats.ts';
import { useClock } from '../../platform/use-clock.ts';
import { useFormat } from '../../text/use-format.ts';
import { DateText } from '../../ui/date-text.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { blockOf, isFieldAsked, wantedFields } from './edit-props.ts';
import type { EditProps } from './edit-props.ts';
import { BlockedNote, EditSection } from './edit-section.tsx';
import { PendingEdit } from './pending-edit.tsx';
import { SeatsForm } from './seats-form.tsx';

/** The catalogue writes "no maximum" as a number that nobody buys. */
const endless = 10_000_000;

/** **Licenses**: how many are bought and used, how many may still be given back, and the form that changes them. */
export function SeatsPanel(props: EditProps) {
  const { record, subscription, changes, offer, asked } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const now = useClock();
  const wanted = wantedFields(props);
  const block = blockOf(props);
  const used = usedSeats(subscription, record.subscriptions ?? [], record.licenses?.listed);
  return (
    <Panel title={t('subscription.quantity')} tone={wanted.quantity === subscription.quantity ? 'plain' : 'waiting'}>
      <FactList
        facts={[
          { label: t('subscription.bought'), value: format.number(subscription.quantity) },
          {
            label: t('subscription.used'),
            value: used === undefined ? t('subscription.usedUnknown') : (
              <>
                {t(used.isShared ? 'subscription.usedShared' : 'subscription.usedOf', {
                  used: format.number(used.consumed), bought: format.number(used.bought),
                })}
                {record.licenses && <> (<DateText instant={record.licenses.at} />)</>}
              </>
            ),
          },
          {
            label: t('subscription.limits'),
            value: offer && t(offer.maximumQuantity < endless ? 'subscription.limitsFromTo' : 'subscription.limitsFrom', {
              from: format.number(offer.minimumQuantity), to: format.number(offer.maximumQuantity),
            }),
          },
          { label: t('subscription.giveBack'), value: <GiveBack {...props} now={now} /> },
        ]}
      />
      <BlockedNote block={block} />
      <EditSection
        label={t('subscription.changeSeats')}
        isAsked={asked.seats !== undefined || isFieldAsked(props, 'quantity')}
        isBlocked={block !== undefined}
        pending={(
          <PendingEdit
            changes={changes} field="quantity" before={format.number(subscription.quantity)} after={format.number(wanted.quantity)}
          />
        )}
        form={(close) => <SeatsForm {...props} initial={asked.seats ?? wanted.quantity} now={now} onClose={close} />}
      />
    </Panel>
  );
}

/** The seats that may still be given back, by batch, with the server's dates. */
function GiveBack({ subscription, now }: EditProps & { readonly now: ReturnType<typeof useClock> }) {
  const { t } = useTranslation();
  const reducible = reducibleSeats(subscription, now);
  if (reducible.kind === 'none') return <>{t('subscription.giveBackNone')}</>;
  if (reducible.kind === 'unknown') return <>{t('subscription.giveBackUnknown')}</>;
  const batches = reducible.kind === 'all' ? [{ quantity: reducible.seats, until: reducible.until }] : reducible.batches;
  return batches.map(({ quantity, until }) => (
    <div key={`${quantity} ${until}`}>{t('subscription.giveBackUntil', { count: quantity })} <DateText instant={until} as="exact" /></div>
  ));
}
