import type { CustomerRow } from '../../../shared/ports/mirror.ts';
import { useBriefcaseChoice, useBriefcaseCommands } from '../../platform/use-briefcase.ts';
import { TakeAlong } from '../../ui/take-along.tsx';

/** Puts a customer into the briefcase, or takes it out; one of a reseller that is in it is taken along with that. */
export function TakeCustomer({ row: { id, name, resellerIds } }: { readonly row: CustomerRow }) {
  const choice = useBriefcaseChoice();
  const { take, leave } = useBriefcaseCommands();
  if (choice === undefined) return null;
  const reseller = choice.find((item) => item.kind === 'reseller' && resellerIds.includes(item.id));
  return (
    <TakeAlong
      isTaken={choice.some((item) => item.id === id)} withReseller={reseller?.name}
      onChange={(isTaken) => void (isTaken ? take([{ kind: 'customer', id, name }]) : leave({ id }))}
    />
  );
}
