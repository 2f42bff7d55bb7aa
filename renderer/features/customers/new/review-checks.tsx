import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { domainOf } from '../../../../shared/domain/customer/domain-prefix.ts';
import { isActive } from '../../../../shared/domain/reseller/reseller.ts';
import { failureWords } from '../../../text/failure-words.ts';
import { useFormat } from '../../../text/use-format.ts';
import { Age } from '../../../ui/age.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import type { StatusKind } from '../../../ui/status-mark.tsx';
import { AddressChoice, useRememberedSuggestions } from './address-choice.tsx';
import type { StepProps } from './company-step.tsx';
import type { StepId } from './customer-fields.ts';
import { PrefixProposals } from './prefix-proposals.tsx';
import type { ServerCheck, ServerChecks } from './use-server-checks.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  more: { margin: '4px 0 0 22px', display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

interface Row {
  readonly id: string;
  readonly kind: StatusKind;
  readonly text: string;
  readonly more?: ReactNode;
}

function useAsked() {
  const { t } = useTranslation();
  return function rowOf<Value>(id: string, check: ServerCheck<Value>, answered: (value: Value) => Omit<Row, 'id'>): Row {
    switch (check.state) {
      case 'later':
        return { id, kind: 'waiting', text: t(`newCustomer.check.${id}Later`) };
      case 'asking':
        return { id, kind: 'sending', text: t(`newCustomer.check.${id}Asking`) };
      case 'failed':
        return { id, kind: 'info', text: t(`newCustomer.check.${id}Failed`, { reason: failureWords(t, check.failure).what }) };
      case 'answered':
        return { id, ...answered(check.value) };
    }
  };
}

export interface ReviewChecksProps extends StepProps {
  readonly checks: ServerChecks;
  readonly onStep: (step: StepId) => void;
}

/** What was checked, by whom and when; and what is only checked when it is sent. */
export function ReviewChecks({ state, checks, onStep }: ReviewChecksProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const asked = useAsked();
  const { text, known, reseller } = state;
  const domain = domainOf(text.domainPrefix);
  const country = format.country(text.address.country);
  const remembered = useRememberedSuggestions(state);
  const isUnanswered = checks.address.state === 'later' || checks.address.state === 'failed';
  const addressRow: Row | undefined = remembered !== undefined && isUnanswered
    ? {
        id: 'address', kind: 'attention', text: t('newCustomer.check.addressRemembered'),
        more: <AddressChoice state={state} suggestions={remembered} />,
      }
    : undefined;
  const rows: readonly Row[] = [
    {
      id: 'rules',
      kind: known.source === 'country' ? 'ok' : 'info',
      text: t(known.source === 'country' ? 'newCustomer.check.rules' : 'newCustomer.check.rulesGeneral', { country }),
    },
    ...(reseller.row === undefined || reseller.pick.isDirect
      ? []
      : [
          {
            id: 'reseller',
            kind: isActive(reseller.row) ? ('ok' as const) : ('attention' as const),
            text: t(isActive(reseller.row) ? 'newCustomer.check.reseller' : 'newCustomer.check.resellerNotActive', {
              name: reseller.row.name,
            }),
            more: <Age instant={reseller.readAt} />,
          },
        ]),
    addressRow ?? asked('address', checks.address, (verdict) =>
      verdict.status === 'Verified' || verdict.status === 'VerifiedShippable'
        ? { kind: 'ok', text: t('newCustomer.check.addressFine') }
        : {
            kind: 'attention',
            text: t(verdict.suggestions.length > 0 ? 'newCustomer.check.addressSuggestions' : 'newCustomer.check.addressUnsure'),
            more: <AddressChoice state={state} suggestions={verdict.suggestions} />,
          },
    ),
    asked('domain', checks.domain, ({ isFree }) =>
      isFree
        ? { kind: 'ok', text: t('newCustomer.check.domainFree', { domain }) }
        : {
            kind: 'refused',
            text: t('newCustomer.check.domainTaken', { domain }),
            more: (
              <>
                <Button size="small" onClick={() => onStep('company')}>{t('newCustomer.check.changeDomain')}</Button>
                <PrefixProposals state={state} />
              </>
            ),
          },
    ),
  ];
  return (
    <ul className={styles.list} aria-live="polite">
      {rows.map((row) => (
        <li key={row.id}>
          <StatusMark kind={row.kind}>{row.text}</StatusMark>
          {row.more !== undefined && <div className={styles.more}>{row.more}</div>}
        </li>
      ))}
    </ul>
  );
}
