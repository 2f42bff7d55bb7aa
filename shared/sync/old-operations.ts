import { z } from 'zod';
import { fieldsOf } from '../domain/subscription/subscription-edits.ts';
import type { SubscriptionFields } from '../domain/subscription/subscription-edits.ts';
import { Subscription } from '../domain/subscription/subscription.ts';

/** A change of a reseller as it was stored before it became one of the edits of a subscription. */
const OldResellerChange = z.looseObject({
  kind: z.literal('change-reseller'),
  payload: z.looseObject({ reseller: z.unknown(), before: z.string().optional(), subscriptionName: z.string() }),
  steps: z.array(z.looseObject({ name: z.string(), answer: z.looseObject({ subscription: z.unknown() }).optional().catch(undefined) })),
  state: z.looseObject({
    name: z.string(),
    result: z.looseObject({ kind: z.string(), subscription: z.unknown() }).optional(),
    differences: z.array(z.looseObject({ kind: z.string(), after: z.unknown() })).optional(),
  }),
});
type OldResellerChange = z.infer<typeof OldResellerChange>;

const credited = (fields: SubscriptionFields, partnerId: unknown): SubscriptionFields => {
  const { partnerId: _, ...rest } = fields;
  return { ...rest, ...(typeof partnerId === 'string' && partnerId !== '' && { partnerId }) };
};

/** The subscription as it was last read for the change, or as it stood when it was made. */
function known({ steps, state }: OldResellerChange): SubscriptionFields | undefined {
  const answers = [state.result?.subscription, steps.findLast(({ name, answer }) => name === 'read-subscription' && answer)?.answer?.subscription];
  const [found] = answers.flatMap((answer) => Subscription.safeParse(answer).data ?? []);
  return found && fieldsOf(found);
}

/**
 * A stored operation in the shape of today. A change of the reseller alone kept nothing else of what the user saw: the rest of the
 * base is filled in from what was read, or, where nothing was, when it is read (`seen`).
 */
export function inTodaysShape(raw: unknown): unknown {
  const old = OldResellerChange.safeParse(raw).data;
  if (old === undefined) return raw;
  const { payload: { reseller, before, ...payload }, steps, state } = old;
  const read = known(old);
  const unread = { quantity: 0, autoRenewEnabled: false, friendlyName: payload.subscriptionName, status: 'none' };
  const base = credited(read ?? unread, before);
  const kind = 'change-subscription';
  return {
    ...old,
    kind,
    payload: { ...payload, edits: { reseller }, base, ...(read === undefined && { seen: ['reseller'] }) },
    steps: steps.map((step) => (step.name === 'change-reseller' ? { ...step, name: kind } : step)),
    state: {
      ...state,
      ...(state.result && { result: { ...state.result, kind } }),
      ...(state.differences && {
        differences: state.differences.map((difference) =>
          difference.kind === 'partner-changed'
            ? { kind: 'fields-changed', fields: ['reseller'], base, server: credited(base, difference.after) }
            : difference),
      }),
    },
  };
}
