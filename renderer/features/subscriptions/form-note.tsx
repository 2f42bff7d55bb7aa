import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ body: { whiteSpace: 'normal' } });

export interface FormNoteProps {
  readonly intent?: 'warning' | 'error';
  readonly children: ReactNode;
}

/** What must be seen before a form is sent. */
export function FormNote({ intent = 'warning', children }: FormNoteProps) {
  const styles = useStyles();
  return <MessageBar intent={intent} layout="multiline"><MessageBarBody className={styles.body}>{children}</MessageBarBody></MessageBar>;
}
