import { useState } from 'react';
import { flushSync } from 'react-dom';
import { domainOf } from '../../../../shared/domain/customer/domain-prefix.ts';
import type { CustomerFormState } from './use-customer-form.ts';
import { useDuplicates } from './use-duplicates.ts';
import type { Duplicate } from './use-duplicates.ts';

export interface DuplicateGuard {
  readonly found: readonly Duplicate[];
  /** A person said that those found are other customers. Others that turn up later have to be looked at again. */
  readonly isAccepted: boolean;
  readonly accept: (isAccepted: boolean) => void;
  readonly isErrorShown: boolean;
  /** Whether nothing is in the way; else says so. */
  readonly pass: () => Promise<boolean>;
}

const keyOf = (found: readonly Duplicate[]): string => found.map(({ key }) => key).toSorted().join(' ');

/** Customers that may be the same: shown while the form is filled in, and in the way of Submit until a person has ticked. */
export function useDuplicateGuard({ text, draft }: Pick<CustomerFormState, 'text' | 'draft'>): DuplicateGuard {
  const { companyName, domainPrefix, registrationNumber } = text;
  const asked = { name: companyName, domain: domainPrefix === '' ? '' : domainOf(domainPrefix), registrationNumber };
  const { found, findNow } = useDuplicates(asked, draft);
  const [acceptedKey, setAccepted] = useState('');
  const [isErrorShown, setErrorShown] = useState(false);
  const isAccepted = found.length > 0 && keyOf(found) === acceptedKey;
  return {
    found,
    isAccepted,
    accept: (accepted) => {
      setAccepted(accepted ? keyOf(found) : '');
      setErrorShown(false);
    },
    isErrorShown: isErrorShown && !isAccepted,
    pass: async () => {
      const now = await findNow();
      const isFine = now.length === 0 || keyOf(now) === acceptedKey;
      // On screen before the keyboard can go there.
      if (!isFine) flushSync(() => setErrorShown(true));
      return isFine;
    },
  };
}
