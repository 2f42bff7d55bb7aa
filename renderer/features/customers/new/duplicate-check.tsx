import { Checkbox, Field } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/panel.tsx';
import { DuplicateNotice } from './duplicate-notice.tsx';
import type { DuplicateGuard } from './use-duplicate-guard.ts';

/** On the review: who may be the same, and the tick without which nothing is submitted. */
export function DuplicateCheck({ guard }: { readonly guard: DuplicateGuard }) {
  const { t } = useTranslation();
  if (guard.found.length === 0) return null;
  const error = guard.isErrorShown
    ? ({ validationState: 'error', validationMessage: t('newCustomer.duplicate.tickFirst') } as const)
    : {};
  return (
    <Panel title={t('newCustomer.duplicate.checkTitle')} tone="attention">
      <DuplicateNotice found={guard.found} />
      <Field {...error}>
        <Checkbox
          id={duplicateTickId}
          checked={guard.isAccepted}
          label={t('newCustomer.duplicate.tick')}
          onChange={(_event, data) => guard.accept(data.checked === true)}
        />
      </Field>
    </Panel>
  );
}

/** Where the keyboard goes when the tick is missing. */
export const duplicateTickId = 'duplicate-tick';
