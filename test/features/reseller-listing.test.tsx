import './lists-realm.ts';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { calls, mainProcess, openListsDesk } from './lists-desk.tsx';
import { threeResellers } from './reseller-desk.ts';
import { expectAccessible } from './wizard-desk.tsx';

const region = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });

describe('our own listing', () => {
  it('shows what the service told, prepares the letter, and answers questions without a network', async () => {
    const desk = await openListsDesk({ resellers: threeResellers });
    await desk.services.pull.pullNow();
    mainProcess.set('links.read', () => ({ partnership: 'https://partner.example/accept?id=1' }));
    mainProcess.set('app.openExternal', () => ({}));
    desk.show('/resellers/listing');
    const organization = await region('Organization');
    expect(organization.textContent).toContain('4890001');
    expect((await region('Legal business')).textContent).toContain('Own Legal');
    expect((await region('Legal business')).textContent).toContain('Vetting statusAuthorized');
    const write = screen.getByRole('link', { name: 'Write to your Microsoft contact' });
    expect(write.getAttribute('href')).toBe('/resellers/write/own-listing?back=%2Fresellers%2Flisting');
    const link = await region('Personal partnership link');
    await within(link).findByText('https://partner.example/accept?id=1');
    // The practice tenant's own link is read-only.
    expect(within(link).queryByRole('textbox')).toBeNull();
    const help = await region('Help');
    expect(help.textContent).toMatch(/PLA ID.*never your own/u);
    await desk.user.click(within(help).getByText('What is the Microsoft Partner Agreement, and who accepts it?'));
    await desk.user.click(within(help).getByRole('button', { name: 'Help resellers accept the agreement' }));
    expect(calls('app.openExternal')).toEqual([{ url: 'https://learn.microsoft.com/partner-center/enroll/mpa-indirect-provider-faq' }]);
    await expectAccessible();
  });

  it('says what was never read', async () => {
    const desk = await openListsDesk();
    desk.services.connectivity.setState({ isOnline: false, reason: 'no-network' });
    desk.show('/resellers/listing');
    const organization = await region('Organization');
    expect(organization.textContent).toContain('Not read yet');
    expect(screen.getByText('What is the Microsoft Partner Agreement, and who accepts it?')).toBeTruthy();
  });
});
