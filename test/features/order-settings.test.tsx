import './lists-realm.ts';
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { priceToleranceSetting } from '../../shared/domain/cart/price-tolerance.ts';
import { openListsDesk } from './lists-desk.tsx';

it('by how much a price may move unasked is a setting; what is no percentage is said and not kept', async () => {
  const desk = await openListsDesk();
  desk.show('/settings');
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Price changes that are taken over without asking' });
  expect(field.value).toBe('0');
  await desk.user.clear(field);
  await desk.user.type(field, '2,5');
  await waitFor(async () => expect(await desk.services.work.setting(priceToleranceSetting)).toBe('2,5'));
  await desk.user.clear(field);
  await desk.user.type(field, 'x');
  await screen.findByText('Enter a percentage from 0 to 99.99.');
  expect(await desk.services.work.setting(priceToleranceSetting)).toBe('2,5');
});
