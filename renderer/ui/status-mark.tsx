import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle16Regular, Clock16Regular, CloudArrowUp16Regular, ErrorCircle16Regular, Info16Regular,
  PauseCircle16Regular, Warning16Filled,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  mark: { display: 'inline-flex', alignItems: 'center', gap: '6px', minWidth: 0, maxWidth: '100%', verticalAlign: 'top' },
  icon: { flexShrink: 0, display: 'inline-flex' },
  words: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  waiting: { color: tokens.colorNeutralForeground2 },
  sending: { color: tokens.colorBrandForeground1 },
  attention: { color: tokens.colorPaletteDarkOrangeForeground1 },
  ok: { color: tokens.colorStatusSuccessForeground1 },
  refused: { color: tokens.colorStatusDangerForeground1 },
  stopped: { color: tokens.colorNeutralForeground3 },
  info: { color: tokens.colorNeutralForeground2 },
});

const icons = {
  waiting: <Clock16Regular />,
  sending: <CloudArrowUp16Regular />,
  attention: <Warning16Filled />,
  ok: <CheckmarkCircle16Regular />,
  refused: <ErrorCircle16Regular />,
  stopped: <PauseCircle16Regular />,
  info: <Info16Regular />,
} as const;
export type StatusKind = keyof typeof icons;

export interface StatusMarkProps {
  readonly kind: StatusKind;
  /** The state in words: colour and sign never stand alone. */
  readonly children: ReactNode;
}

/** A state: sign, colour and words. */
export function StatusMark({ kind, children }: StatusMarkProps) {
  const styles = useStyles();
  return (
    <span className={styles.mark}>
      <span className={mergeClasses(styles.icon, styles[kind])} aria-hidden>{icons[kind]}</span>
      <span className={styles.words}>{children}</span>
    </span>
  );
}
