import type { Envelope } from '../../../shared/contract/contract.ts';
import { hasWords } from '../../text/word-match.ts';

/** Which envelopes the list shows; `open`: not handed over yet. */
export const envelopeFilters = ['all', 'open', 'prepared', 'handed-over', 'void'] as const;
export type EnvelopeFilter = (typeof envelopeFilters)[number];

export const isEnvelopeFilter = (text: string): text is EnvelopeFilter => envelopeFilters.some((one) => one === text);

const orderOf: Readonly<Record<Envelope['state'], number>> = { sealed: 0, revealed: 0, prepared: 1, 'handed-over': 2, void: 3 };
const isOpen = (envelope: Envelope): boolean => orderOf[envelope.state] === 0;

function matches(envelope: Envelope, text: string, filter: EnvelopeFilter): boolean {
  const isOfKind = filter === 'all' || (filter === 'open' ? isOpen(envelope) : envelope.state === filter);
  return isOfKind && hasWords(`${envelope.customerName} ${envelope.userName}`, text);
}

/** Those still to be handed over on top, the one that is open longest first; what is over, newest first. */
export function shownEnvelopes(envelopes: readonly Envelope[], text: string, filter: EnvelopeFilter): readonly Envelope[] {
  const byAge = (a: Envelope, b: Envelope): number =>
    isOpen(a) ? a.sealedAt.localeCompare(b.sealedAt) : b.sealedAt.localeCompare(a.sealedAt);
  return envelopes
    .filter((envelope) => matches(envelope, text, filter))
    .toSorted((a, b) => orderOf[a.state] - orderOf[b.state] || byAge(a, b));
}
