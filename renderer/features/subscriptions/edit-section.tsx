import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import type { Block } from './edit-props.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'stretch', marginTop: '12px' },
  open: { borderLeft: `2px solid ${tokens.colorBrandStroke2}`, paddingLeft: '12px' },
  title: { margin: '0 0 8px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Why a form is not offered. */
export function BlockedNote({ block }: { readonly block: Block | undefined }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return block === undefined ? null : <p className={styles.note}>{t(`subscription.blocked.${block}`)}</p>;
}

export interface EditSectionProps {
  /** What the button that opens the form does. */
  readonly label: string;
  /** The address asked for this form. */
  readonly isAsked?: boolean;
  readonly isBlocked: boolean;
  /** What is on its way already. */
  readonly pending: ReactNode;
  readonly form: (close: (isDone: boolean) => void) => ReactNode;
}

/** One thing that can be changed: what is on its way, and the form, opened by its button and closed when it is in the outbox. */
export function EditSection({ label, isAsked = false, isBlocked, pending, form }: EditSectionProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(isAsked);
  const kept = useKeptFocus();
  const id = useId();
  const lines = useRef<HTMLDivElement>(null);
  const [sent, setSent] = useState(0);
  useEffect(() => {
    // The form with the focus in it is gone.
    if (sent > 0) lines.current?.focus();
  }, [sent]);
  const close = (isDone: boolean): void => {
    setOpen(false);
    if (isDone) setSent(sent + 1);
  };
  return (
    <div className={styles.section}>
      <div ref={lines} tabIndex={-1} role="status">{pending}</div>
      <div {...kept}>
        {!isBlocked && isOpen && (
          <div className={styles.open} role="group" aria-labelledby={id}>
            <h3 id={id} className={styles.title}>{label}</h3>
            {form(close)}
          </div>
        )}
        {!isBlocked && !isOpen && <Button onClick={() => setOpen(true)}>{label}</Button>}
      </div>
    </div>
  );
}
