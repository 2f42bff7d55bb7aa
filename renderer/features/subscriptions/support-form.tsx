import { Field, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SupportContact } from '../../../shared/domain/subscription/subscription.ts';
import type { Organization } from '../../../shared/ports/organization.ts';
import { shownVerdict } from '../../platform/shown-verdict.ts';
import type { Partners } from '../../platform/use-partners.ts';
import { useNow } from '../../text/use-now.ts';
import { VerdictLine } from '../../ui/verdict-line.tsx';
import { ChangeFooter } from './change-footer.tsx';
import { ListedReseller } from './listed-reseller.tsx';
import { pickedContact } from './reseller-pick.ts';
import type { SupportPick } from './reseller-pick.ts';
import type { ChangeCommand } from './use-change.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '560px' },
  soft: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface SupportFormProps {
  readonly partners: Partners;
  readonly organization: Organization | undefined;
  readonly current: SupportContact | undefined;
  readonly initial: SupportPick;
  readonly command: ChangeCommand;
  readonly onSubmit: (contact: SupportContact) => void;
  readonly onCancel: () => void;
}

/** Who answers for support: the provider itself, or a reseller of the list. Offline it waits in the outbox. */
export function SupportForm({ partners, organization, current, initial, command, onSubmit, onCancel }: SupportFormProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [pick, setPick] = useState(initial);
  const [isAsked, setAsked] = useState(false);
  const now = useNow();
  const chosen = pick.kind === 'reseller' ? partners.rowOf(pick.id ?? '') : undefined;
  const picked = pickedContact(pick, { rowOf: partners.rowOf, organization, current });
  const isShown = isAsked || pick.kind === 'own' || pick.id !== undefined;
  const error = !picked.ok && isShown ? t(`subscription.pick.${picked.error}`) : undefined;
  const change = (next: SupportPick): void => {
    setPick(next);
    setAsked(false);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (picked.ok) onSubmit(picked.value);
  };
  const ownError = pick.kind === 'own' && error !== undefined ? ({ validationState: 'error', validationMessage: error } as const) : {};
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.soft}>{t('subscription.supportHint')}</p>
      <Field label={t('subscription.supportQuestion')} {...ownError}>
        <RadioGroup
          value={pick.kind}
          onChange={(_event, data) => change(data.value === 'own' ? { kind: 'own' } : { kind: 'reseller', id: undefined })}
        >
          <Radio value="reseller" label={t('subscription.supportReseller')} />
          <Radio value="own" label={t('subscription.supportOwn', { name: organization?.companyName ?? '–' })} />
        </RadioGroup>
      </Field>
      {pick.kind === 'reseller' && (
        <>
          <ListedReseller partners={partners} id={pick.id} onChoose={(id) => change({ kind: 'reseller', id })} error={error} />
          <div role="status">{chosen !== undefined && <VerdictLine verdict={shownVerdict(chosen.verdict, now)} />}</div>
        </>
      )}
      <ChangeFooter command={command} onCancel={onCancel} />
    </form>
  );
}
