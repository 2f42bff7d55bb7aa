import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { bulkKinds } from '../../../../shared/domain/bulk/wish.ts';
import type { BulkKind } from '../../../../shared/domain/bulk/wish.ts';
import { EndChoice } from '../../../../shared/domain/renewal/choice.ts';
import type { Organization } from '../../../../shared/ports/organization.ts';
import type { Partners } from '../../../platform/use-partners.ts';
import { useVerifyPartnerId } from '../../../platform/use-verify-partner-id.ts';
import { Panel } from '../../../ui/panel.tsx';
import { SearchChoice } from '../../../ui/search-choice.tsx';
import { ListedReseller } from '../listed-reseller.tsx';
import type { AskedMistake } from './asked-wish.ts';
import { changeAsked } from './bulk-choice.ts';
import type { BulkChoice } from './bulk-choice.ts';
import { PartnerPick } from '../partner-pick.tsx';

export interface WhatStepProps {
  readonly choice: BulkChoice;
  readonly partners: Partners;
  readonly organization: Organization | undefined;
  readonly mistake: AskedMistake | undefined;
  /** Somebody wanted to go on: what is missing is told. */
  readonly isTold: boolean;
}

const offered = bulkKinds.filter((kind) => kind !== 'undo');
const kindOf = (value: string): BulkKind => offered.find((kind) => kind === value) ?? 'reseller';

/** What is to become of all the subscriptions. */
export function WhatStep(props: WhatStepProps) {
  const { choice } = props;
  const { t } = useTranslation();
  return (
    <>
      <Panel title={t('bulk.what')}>
        <RadioGroup
          aria-label={t('bulk.what')} value={choice.kind}
          onChange={(_event, { value }) => {
            const kind = kindOf(value);
            changeAsked({ kind, ...(kind === 'table' ? { source: 'file' } : {}) });
          }}
        >
          {offered.map((kind) => <Radio key={kind} value={kind} label={t(`bulk.kind.${kind}`)} />)}
        </RadioGroup>
      </Panel>
      {choice.kind !== 'table' && <Panel title={t(`bulk.kind.${choice.kind}`)}><Details {...props} /></Panel>}
    </>
  );
}

function Details(props: WhatStepProps) {
  const { choice, partners, mistake, isTold } = props;
  const { t } = useTranslation();
  const pickMistake = mistake?.kind === 'pick' ? mistake.mistake : undefined;
  switch (choice.kind) {
    case 'replace':
      return (
        <>
          <ReplacedId {...props} />
          <p>{t('bulk.replaceBy')}</p>
          <NewReseller {...props} />
        </>
      );
    case 'contact':
      return (
        <>
          <RadioGroup
            aria-label={t('subscription.supportQuestion')} value={choice.contact.kind}
            onChange={(_event, { value }) => changeAsked({ contact: value === 'own' ? { kind: 'own' } : { kind: 'reseller', id: undefined } })}
          >
            <Radio value="reseller" label={t('subscription.supportReseller')} />
            <Radio value="own" label={t('subscription.supportOwn', { name: props.organization?.companyName ?? '–' })} />
          </RadioGroup>
          {choice.contact.kind === 'reseller' && (
            <ListedReseller
              partners={partners} id={choice.contact.id} onChoose={(id) => changeAsked({ contact: { kind: 'reseller', id } })}
              error={isTold && pickMistake !== undefined ? t(`subscription.pick.${pickMistake}`) : undefined}
            />
          )}
        </>
      );
    case 'auto-renew':
      return (
        <RadioGroup
          aria-label={t('bulk.kind.auto-renew')} value={choice.atEnd}
          onChange={(_event, { value }) => changeAsked({ atEnd: EndChoice.parse(value) })}
        >
          {EndChoice.options.map((one) => <Radio key={one} value={one} label={t(`bulk.atEnd.${one}`)} />)}
        </RadioGroup>
      );
    case 'seats':
      return <SeatFields choice={choice} isWrong={isTold && mistake?.kind === 'seats'} />;
    case 'status':
      return (
        <>
          <RadioGroup
            aria-label={t('bulk.kind.status')} value={choice.status}
            onChange={(_event, { value }) => changeAsked({ status: value === 'active' ? 'active' : 'suspended' })}
          >
            <Radio value="suspended" label={t('bulk.title.suspend')} />
            <Radio value="active" label={t('bulk.title.reactivate')} />
          </RadioGroup>
          {choice.status === 'suspended' && <p>{t('bulk.suspendHint')}</p>}
        </>
      );
    default:
      return <NewReseller {...props} />;
  }
}

function NewReseller({ choice, partners, mistake, isTold }: WhatStepProps) {
  const asking = useVerifyPartnerId();
  const verify = async (text: string): Promise<void> => {
    const verified = text.trim();
    if ((await asking.verify(verified)) !== undefined) changeAsked({ verified });
  };
  return (
    <PartnerPick
      partners={partners} pick={choice.reseller} isTold={isTold} mistake={mistake?.kind === 'pick' ? mistake.mistake : undefined}
      asking={asking} onPick={(reseller) => changeAsked({ reseller, verified: undefined })} onVerify={(text) => void verify(text)}
    />
  );
}

/** Of the list or typed: a reseller that is gone is in no list. */
function ReplacedId({ choice, partners, mistake, isTold }: WhatStepProps) {
  const { t } = useTranslation();
  const isWrong = isTold && mistake?.kind === 'from';
  const error = isWrong ? ({ validationState: 'error', validationMessage: t('subscription.pick.not-an-id') } as const) : {};
  const listed = partners.rows.find(({ partnerId }) => partnerId !== '' && partnerId === choice.from.trim());
  const options = partners.rows
    .filter(({ partnerId }) => partnerId !== '')
    .map((row) => ({ value: row.partnerId, label: row.name, detail: row.partnerId }));
  return (
    <>
      <SearchChoice label={t('bulk.replacedListed')} options={options} value={listed?.partnerId} onChoose={(from) => changeAsked({ from })} />
      <Field label={t('bulk.replacedId')} hint={listed?.name ?? t('bulk.replacedHint')} required {...error}>
        <Input value={choice.from} inputMode="numeric" onChange={(_event, { value }) => changeAsked({ from: value })} />
      </Field>
    </>
  );
}

function SeatFields({ choice: { seats }, isWrong }: { readonly choice: BulkChoice; readonly isWrong: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <RadioGroup
        aria-label={t('bulk.kind.seats')} value={seats.how}
        onChange={(_event, { value }) => changeAsked({ seats: { ...seats, how: value === 'add' ? 'add' : 'set' } })}
      >
        <Radio value="set" label={t('bulk.seatsSet')} />
        <Radio value="add" label={t('bulk.seatsAdd')} />
      </RadioGroup>
      <Field
        label={t(seats.how === 'add' ? 'bulk.seatsToAdd' : 'bulk.seatsNew')} required hint={t('bulk.seatsHint')}
        {...(isWrong ? { validationState: 'error', validationMessage: t('bulk.seatsWrong') } as const : {})}
      >
        <Input value={seats.text} inputMode="numeric" onChange={(_event, { value }) => changeAsked({ seats: { ...seats, text: value } })} />
      </Field>
    </>
  );
}
