import { Button, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationId } from '../../../shared/ids.ts';
import type { ChangeKind, Operation, OperationOf } from '../../../shared/sync/operation.ts';
import { Panel } from '../../ui/panel.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { ChangeLines, isUnderWay } from './subscription-work.tsx';
import type { ChangeCommand } from './use-change.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'stretch' },
  change: { display: 'flex', flexDirection: 'column' },
  button: { alignSelf: 'flex-start' },
  note: { margin: 0 },
});

export interface ChangePanelProps {
  readonly title: string;
  /** How it stands on the server, as last read. */
  readonly now: ReactNode;
  readonly changeLabel: string;
  /** Changes of this kind of the subscription that were confirmed here. */
  readonly changes: readonly OperationOf<ChangeKind>[];
  /** The one that is edited here. */
  readonly editedId: OperationId | undefined;
  readonly command: ChangeCommand;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly form: ReactNode;
}

/**
 * What stands on the subscription, what is on its way to it, and the form that changes it. Two changes of the same thing
 * would meet each other at the server: while one is on its way, it is that one that is changed, in the outbox.
 */
export function ChangePanel(props: ChangePanelProps) {
  const { title, now, changes, editedId, command, isOpen, form } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const isShown = (one: Operation): boolean => one.id !== editedId && (isUnderWay(one) || one.id === command.madeId);
  const shown = changes.filter(isShown);
  const isTaken = shown.some(isUnderWay);
  const kept = useKeptFocus();
  const lines = useRef<HTMLDivElement>(null);
  const { madeId } = command;
  useEffect(() => {
    // The form with the focus in it is gone.
    if (madeId !== undefined) lines.current?.focus();
  }, [madeId]);
  return (
    <Panel title={title} tone={isTaken ? 'waiting' : 'plain'}>
      <div className={styles.box}>
        {now}
        <div ref={lines} tabIndex={-1} role="status">
          <ChangeLines operations={shown} />
        </div>
        {isTaken && <p className={styles.note}>{t('subscription.onItsWay')}</p>}
        <div className={styles.change} {...kept}>
          {!isTaken && isOpen && form}
          {!isTaken && !isOpen && <Button className={styles.button} onClick={props.onOpen}>{props.changeLabel}</Button>}
        </div>
      </div>
    </Panel>
  );
}
