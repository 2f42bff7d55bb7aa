import { useTranslation } from 'react-i18next';
import type { ChangeKind, OperationOf } from '../../../shared/sync/operation.ts';
import type { Fact } from '../../ui/fact-list.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { changedPath } from './change-paths.ts';

/** Which subscription a change is about, and of whom. */
export function useSubjectFacts(operation: OperationOf<ChangeKind>): readonly Fact[] {
  const { t } = useTranslation();
  const { customerName, subscriptionName } = operation.payload;
  const path = changedPath(operation);
  return [
    { label: t('carts.customer'), value: customerName },
    { label: t('subscription.name'), value: path === undefined ? subscriptionName : <TextLink to={path}>{subscriptionName}</TextLink> },
  ];
}
