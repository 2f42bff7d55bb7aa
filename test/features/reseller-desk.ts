import { afterEach } from 'vitest';
import { useResellerView } from '../../renderer/features/resellers/reseller-view-store.ts';
import type { Finding } from '../../shared/domain/partnership/verdict.ts';
import { PartnerId } from '../../shared/ids.ts';
import { Instant } from '../../shared/instant.ts';
import { resellerId } from '../data/mirror/pull-tenant.ts';
import type { PullTenant } from '../data/mirror/pull-tenant.ts';
import { mainProcess } from './lists-desk.tsx';

afterEach(() => useResellerView.setState(useResellerView.getInitialState(), true));

/** The rows of these tests: a good one, a suspended one and one nobody checked. */
export const albaId = resellerId(1);
export const brumaId = resellerId(2);
export const cedroId = resellerId(3);
export const threeResellers: PullTenant['resellers'] = [
  { id: albaId, name: 'Alba Sistemi S.r.l.', mpnId: '4847383' },
  { id: brumaId, name: 'Bruma Cloud GmbH', mpnId: '4890005', location: 'DE' },
  { id: cedroId, name: 'Cedro Télécom', mpnId: '4890006', location: 'FR', state: 'Suspended' },
];

/** What a check found, a moment ago as these screens count time. */
export const finding = (partnerId: string, standing: Finding['standing'], more: Partial<Finding> = {}): Finding => ({
  partnerId: PartnerId.parse(partnerId), standing, checkedAt: Instant.parse(new Date().toISOString()), ...more,
});

type Answers = Readonly<Record<string, (input: unknown) => object>>;

/** Answers the reads of the screens and of the radar by the name of the call; a value is an answer, a code is a refusal. */
export function answerReads(answers: Answers): void {
  mainProcess.set('sync.read', (asked) => {
    const { call, input } = asked as { call: string; input: unknown };
    const value = answers[call]?.(input);
    if (value === undefined) return { outcome: 'not-sent', failure: { code: 'unreachable' } };
    return 'outcome' in value ? value : { outcome: 'answered', value, correlationId: 'c-1' };
  });
}
