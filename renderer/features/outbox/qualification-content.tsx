import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { OperationOf, OperationResult } from '../../../shared/sync/operation.ts';
import { qualificationName, vettingWords } from '../../text/qualification-words.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

const useStyles = makeStyles({ box: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' } });

type Request = OperationOf<'request-qualification'>;

/** The customer's page; undefined while it has no tenant id. */
const customerPath = ({ payload: { customer } }: Request): string | undefined =>
  customer.kind === 'tenant' ? `/customers/${customer.customerId}` : undefined;

/** Where a request that was not sent, or was refused, is changed. */
export function editRequestPath(operation: Request): string | undefined {
  const path = customerPath(operation);
  return path === undefined ? undefined : `${path}?operation=${operation.id}`;
}

/** What is asked for, and what it is asked with. */
export function QualificationContent({ operation }: { readonly operation: Request }) {
  const { t } = useTranslation();
  const { customerName, qualification, educationSegment, website, validationCode } = operation.payload;
  return (
    <FactList
      facts={[
        { label: t('carts.customer'), value: customerName },
        { label: t('qualification.title'), value: qualificationName(t, qualification) },
        ...(educationSegment === undefined ? [] : [{ label: t('qualification.segment'), value: t(`qualification.segmentIs.${educationSegment}`) }]),
        ...(website === undefined ? [] : [{ label: t('qualification.website'), value: website }]),
        ...(validationCode === undefined ? [] : [{ label: t('qualification.code'), value: validationCode }]),
      ]}
    />
  );
}

export interface QualificationMadeProps {
  readonly operation: Request;
  readonly result: Extract<OperationResult, { kind: 'request-qualification' }>;
}

/** How the request stands, and where its end will be seen. */
export function QualificationMade({ operation, result }: QualificationMadeProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const path = customerPath(operation);
  const { words, sign } = vettingWords(t, result.qualification);
  return (
    <div className={styles.box}>
      <StatusMark kind={sign}>{words}</StatusMark>
      {result.wasThere && <span>{t('qualification.wasThere')}</span>}
      <span>{t('qualification.seenOnPage')}</span>
      {path !== undefined && <LinkButton to={path}>{t('outbox.result.openCustomer')}</LinkButton>}
    </div>
  );
}
