import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { OperationOf } from '../../../shared/sync/operation.ts';
import type { Difference } from '../../../shared/sync/difference.ts';
import { useServices } from '../../platform/services.tsx';
import { partnerName } from '../../text/commerce-words.ts';
import { ResellerNotReady } from './reseller-not-ready.tsx';
import type { OutboxCommand } from './use-outbox-command.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
  text: { margin: 0 },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface ChangeDecisionProps {
  readonly operation: OperationOf<'set-support-contact'>;
  readonly differences: readonly Difference[];
  readonly command: OutboxCommand;
}

/** A reseller that may not be named now, or somebody else who gives support than the user saw. */
export function ChangeDecision({ operation, differences, command }: ChangeDecisionProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { outbox } = useServices();
  const notReady = differences.find((difference) => difference.kind === 'reseller-not-ready');
  if (notReady !== undefined) return <ResellerNotReady operation={operation} failure={notReady.failure} command={command} />;
  return (
    <div className={styles.box}>
      {differences.map((difference) => <p key={difference.kind} className={styles.text}><Words difference={difference} /></p>)}
      <Button
        appearance="primary" disabled={command.isBusy}
        onClick={() => void command.run(() => outbox.decide(operation.id, { kind: 'accept' }))}
      >
        {t('outbox.decision.replace', { partner: partnerName(t, operation.payload.contact) })}
      </Button>
      <p className={styles.note}>{t('outbox.decision.otherwiseChange')}</p>
    </div>
  );
}

function Words({ difference }: { readonly difference: Difference }) {
  const { t } = useTranslation();
  if (difference.kind !== 'contact-changed') return null;
  return t('outbox.decision.contactChanged', { before: partnerName(t, difference.before), after: partnerName(t, difference.after) });
}
