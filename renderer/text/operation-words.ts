import type { TFunction } from 'i18next';
import type { Operation, OperationOf } from '../../shared/sync/operation.ts';
import { partnerName } from './commerce-words.ts';
import { editsTitle } from './edit-words.ts';
import { failureWords } from './failure-words.ts';
import { qualificationName } from './qualification-words.ts';

/** What an operation does, naming whom: "New customer Rossi S.r.l.". */
export function operationTitle(t: TFunction, operation: Operation): string {
  const name = operationSubject(operation);
  if (operation.kind === 'place-order') return t('operation.title.place-order', { name, count: operation.payload.lines.length });
  if (operation.kind === 'reset-password') return t('operation.title.reset-password', { name, user: operation.payload.userName });
  if (operation.kind === 'change-subscription') return changeTitle(t, operation, name);
  return t(`operation.title.${operation.kind}`, { name, ...changeValues(t, operation) });
}

/** One edit by what it changes, several by how many they are. */
function changeTitle(t: TFunction, { payload }: OperationOf<'change-subscription'>, name: string): string {
  return t('operation.title.change-subscription', { name, subscription: payload.subscriptionName, ...editsTitle(t, payload) });
}

function changeValues(t: TFunction, operation: Operation): Readonly<Record<string, string>> {
  if (operation.kind === 'request-qualification') return { qualification: qualificationName(t, operation.payload.qualification) };
  if (operation.kind === 'cancel-subscription') return { subscription: operation.payload.subscriptionName };
  if (operation.kind === 'transition-subscription') {
    const { subscriptionName, target } = operation.payload;
    return { subscription: subscriptionName, target: target.title };
  }
  if (operation.kind !== 'set-support-contact') return {};
  return { subscription: operation.payload.subscriptionName, partner: partnerName(t, operation.payload.contact) };
}

/** The customer an operation is about. */
export const operationSubject = (operation: Operation): string =>
  operation.kind === 'create-customer' ? operation.payload.form.companyName : operation.payload.customerName;

/** Which sign of StatusMark fits the state of an operation. */
export function operationSign(operation: Operation): 'waiting' | 'sending' | 'attention' | 'refused' | 'ok' | 'stopped' {
  switch (operation.state.name) {
    case 'ready':
    case 'waiting':
      return 'waiting';
    case 'sending':
    case 'unknown':
      return 'sending';
    case 'refused':
    case 'needs-decision':
      return 'attention';
    case 'done':
      return hasRefusedLine(operation) ? 'attention' : 'ok';
    case 'cancelled':
      return 'stopped';
  }
}

/** The state of an operation in words, with the reason when it waits or needs a person. */
export function operationStatus(t: TFunction, operation: Operation): string {
  const { state } = operation;
  switch (state.name) {
    case 'waiting':
      return t(`operation.waiting.${state.reason}`);
    case 'refused':
      return t('operation.state.refused', { reason: failureWords(t, state.failure).what });
    case 'done':
      return t(hasRefusedLine(operation) ? 'operation.state.done-partly' : 'operation.state.done');
    default:
      return t(`operation.state.${state.name}`);
  }
}

function hasRefusedLine({ state }: Operation): boolean {
  if (state.name !== 'done' || state.result.kind !== 'place-order') return false;
  return state.result.lines.some((line) => line.state === 'refused');
}
