import './lists-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { usePartners } from '../../renderer/platform/use-partners.ts';
import type { Partners } from '../../renderer/platform/use-partners.ts';
import { openListsDesk } from './lists-desk.tsx';
import { finding, threeResellers } from './reseller-desk.ts';

const seen: (Partners | undefined)[] = [];

function Reader() {
  const partners = usePartners();
  seen.push(partners);
  return <p>{partners === undefined ? 'nothing' : `${partners.rows.length} ${partners.verdictOf('4847383')?.standing ?? 'unchecked'}`}</p>;
}

describe('the book of the resellers', () => {
  it('is read once, however many parts of the screen show it, and again once for each change', async () => {
    const desk = await openListsDesk({ resellers: threeResellers });
    await desk.services.pull.pullNow();
    const { mirror, work } = desk.services;
    const lists = vi.spyOn(mirror, 'resellers');
    const verdicts = vi.spyOn(work.partnerships, 'verdicts');
    desk.showAlone(<>{Array.from({ length: 6 }, (_unused, index) => <Reader key={index} />)}</>);
    await waitFor(() => expect(screen.getAllByText('3 unchecked')).toHaveLength(6));
    expect(lists).toHaveBeenCalledTimes(1);
    expect(verdicts).toHaveBeenCalledTimes(1);
    expect(new Set(seen.filter((one) => one !== undefined)).size).toBe(1);
    await work.partnerships.recordFindings([finding('4847383', 'good')]);
    await waitFor(() => expect(screen.getAllByText('3 good')).toHaveLength(6));
    expect(verdicts).toHaveBeenCalledTimes(2);
    expect(lists).toHaveBeenCalledTimes(1);
  });
});
