import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ServicesProvider, useMirror } from '../../renderer/platform/services.tsx';
import type { Mirror } from '../../shared/ports/mirror.ts';
import { openListsDesk } from './lists-desk.tsx';

function Count() {
  const page = useMirror(['customers'], (mirror) => mirror.customers({ text: '', offset: 0, limit: 1 }), []);
  return <p>{page === undefined ? 'nothing yet' : `${page.total} customers`}</p>;
}

it('asks a slow copy one question at a time, and shows what changed meanwhile', async () => {
  const customer = (id: number) => ({ id: `c000000${id}-0000-4000-8000-000000000000`, name: `Customer ${id}`, domain: `${id}.example` });
  const desk = await openListsDesk({ customers: [customer(1), customer(2), customer(3)], pageSize: 1 });
  const { mirror } = desk.services;
  const gates: (() => void)[] = [];
  const slow: Mirror['customers'] = async (query) => {
    await new Promise<void>((resolve) => gates.push(resolve));
    return mirror.customers(query);
  };
  let tell = (): void => undefined;
  const subscribe: Mirror['subscribe'] = (listener) => {
    tell = () => listener(['customers']);
    return () => undefined;
  };
  desk.showAlone(<ServicesProvider services={{ ...desk.services, mirror: { ...mirror, customers: slow, subscribe } }}><Count /></ServicesProvider>);
  for (let news = 0; news < 4; news += 1) tell();
  expect(gates).toHaveLength(1);
  gates[0]?.();
  await screen.findByText('0 customers');
  await waitFor(() => expect(gates).toHaveLength(2));
  await desk.services.pull.pullNow();
  gates[1]?.();
  await screen.findByText('3 customers');
  expect(gates).toHaveLength(2);
});
