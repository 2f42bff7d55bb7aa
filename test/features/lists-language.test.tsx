import './lists-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { calls, openListsDesk } from './lists-desk.tsx';

describe('the language', () => {
  it('changes everywhere at once when it is chosen, and stays chosen', async () => {
    const desk = await openListsDesk();
    await desk.services.pull.pullNow();
    desk.show('/settings');
    await screen.findByRole('heading', { level: 1, name: 'Settings' });
    await desk.user.click(await screen.findByRole('radio', { name: 'Italiano' }));
    await screen.findByRole('heading', { level: 1, name: 'Impostazioni' });
    expect(document.documentElement.lang).toBe('it');
    await waitFor(() => expect(document.title).toBe('Impostazioni · Provider Desk'));
    await screen.findByRole('link', { name: 'Rivenditori' });
    expect(await desk.services.work.setting('language')).toBe('it');
    expect(calls('app.setLanguage')).toContainEqual({ language: 'it' });
  });
});
