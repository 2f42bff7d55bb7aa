import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { domainOf } from '../../../../shared/domain/customer/domain-prefix.ts';
import { copyText } from '../../../platform/copy-text.ts';
import { useLive } from '../../../platform/services.tsx';
import type { OperationId } from '../../../../shared/ids.ts';
import { mayBeMade } from '../../../../shared/sync/decisions.ts';
import { mayExist } from '../../../../shared/sync/steps.ts';
import { FailureMessage } from '../../../ui/failure-message.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import type { CustomerFormState } from './use-customer-form.ts';

export interface EditNoticeProps {
  readonly operationId: OperationId;
  readonly state: Pick<CustomerFormState, 'form' | 'text'>;
}

/** Why the details are open again: what the server said to them. A domain that was taken is marked where it stands. */
export function EditNotice({ operationId, state: { form, text } }: EditNoticeProps) {
  const { t } = useTranslation();
  const operation = useLive((work) => work.operation(operationId), [operationId]);
  const failure = operation?.state.name === 'refused' ? operation.state.failure : undefined;
  const refused = operation?.kind === 'create-customer' && failure?.code === 'domain-taken' ? operation.payload.form.domain : undefined;
  const isStillTaken = refused !== undefined && refused === domainOf(text.domainPrefix);
  const mark = useEffectEvent(() => form.setError('domainPrefix', { message: 'fieldError.domain-taken' }, { shouldFocus: true }));
  useEffect(() => {
    if (isStillTaken) mark();
  }, [isStillTaken]);
  if (failure === undefined || operation?.kind !== 'create-customer') return null;
  const { domain } = operation.payload.form;
  const isOther = mayExist(operation) && domainOf(text.domainPrefix) !== domain;
  return (
    <>
      <FailureMessage failure={failure} copy={copyText} />
      {mayBeMade(operation) && <TextLink to={`/outbox/${operation.id}`}>{t('newCustomer.lookUp', { domain })}</TextLink>}
      {isOther && <StatusMark kind="attention">{t('newCustomer.mayExist', { domain })}</StatusMark>}
    </>
  );
}
