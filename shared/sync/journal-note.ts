import type { JournalEntry, JournalEvent } from '../domain/journal/journal-entry.ts';
import { newJournalId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import { assertNever } from '../result.ts';
import type { Operation } from './operation.ts';

/** What the machine wants remembered; the entry gets its id and the rest when it is stored. */
export interface JournalNote {
  /** User name, or `app` for what happened by itself. */
  readonly who: string;
  readonly what: JournalEvent;
  readonly details: Readonly<Record<string, string>>;
}

/** The customer an operation is about, as people call it. */
export function subjectOf(operation: Operation): string {
  switch (operation.kind) {
    case 'create-customer':
      return operation.payload.form.companyName;
    case 'confirm-agreement':
    case 'place-order':
    case 'change-subscription':
    case 'set-support-contact':
    case 'cancel-subscription':
    case 'transition-subscription':
    case 'reset-password':
    case 'request-qualification':
      return operation.payload.customerName;
    default:
      return assertNever(operation);
  }
}

export const journalEntries = (operation: Operation, notes: readonly JournalNote[], at: Instant): JournalEntry[] =>
  notes.map(({ who, what, details }) => ({
    id: newJournalId(),
    at,
    accountId: operation.accountId,
    who,
    what,
    operationId: operation.id,
    subject: subjectOf(operation),
    details: { kind: operation.kind, ...details },
  }));
