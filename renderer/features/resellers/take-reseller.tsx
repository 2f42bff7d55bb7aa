import type { PartnerRow } from '../../platform/use-partners.ts';
import { useBriefcaseChoice, useBriefcaseCommands } from '../../platform/use-briefcase.ts';
import { TakeAlong } from '../../ui/take-along.tsx';

/** Puts a reseller with all its customers into the briefcase, or takes it out. */
export function TakeReseller({ row: { id, name } }: { readonly row: PartnerRow }) {
  const choice = useBriefcaseChoice();
  const { take, leave } = useBriefcaseCommands();
  if (choice === undefined) return null;
  return (
    <TakeAlong
      isTaken={choice.some((item) => item.id === id)}
      onChange={(isTaken) => void (isTaken ? take([{ kind: 'reseller', id, name }]) : leave({ id }))}
    />
  );
}
