import type { State } from './state.ts';

export const transitionTypes = ['transition_only', 'transition_with_license_transfer'] as const;
/** Whether licences that users have go with the seats (reference, transitionType). */
export type TransitionType = (typeof transitionTypes)[number];

/** A transition of a subscription, as it was asked for (create-transition). */
export interface TransitionRecord {
  readonly operationId: string;
  readonly fromSubscriptionId: string;
  readonly fromCatalogItemId: string;
  readonly toCatalogItemId: string;
  /** Another subscription than the source: the one named, or the one that is made for a part of the seats. */
  readonly toSubscriptionId?: string | undefined;
  readonly quantity: number;
  readonly termDuration: string;
  readonly billingCycle: string;
  readonly transitionType: TransitionType;
  readonly at: string;
  /** When its work is done. */
  readonly doneAt: string;
  readonly hasFailed?: boolean | undefined;
}

function eventsOf({ at, doneAt, transitionType, hasFailed = false }: TransitionRecord, now: Date): readonly object[] {
  const event = (name: string, status: string, timestamp: string, more: object = {}): object => ({
    name, status, timestamp, ...more, attributes: { objectType: 'TransitionEvent' },
  });
  const names = transitionType === 'transition_with_license_transfer' && !hasFailed ? ['Conversion', 'SeatReassignment'] : ['Conversion'];
  const begun = event('Conversion', 'InProgress', at);
  if (Date.parse(doneAt) > now.getTime()) return [begun];
  const errors = [{ code: 5, description: 'The subscription could not be converted.' }];
  return [
    begun,
    ...names.map((name) => (hasFailed ? event(name, 'Failed', doneAt, { errors }) : event(name, 'Completed', doneAt))),
  ];
}

/** A transition with what has happened of it so far (transition-resources); "Events" has its capital in the samples. */
export function transitionResource(record: TransitionRecord, now: Date): object {
  const { at: _at, doneAt: _doneAt, hasFailed: _hasFailed, ...asked } = record;
  return { ...asked, Events: eventsOf(record, now), attributes: { objectType: 'Transition' } };
}

/** The transitions that began from a subscription, oldest first. */
export const transitionsFrom = (state: State, subscriptionId: string): readonly TransitionRecord[] =>
  state.transitions.get(subscriptionId) ?? [];
