import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ChangeFooter } from './change-footer.tsx';
import type { ChangeFooterProps } from './change-footer.tsx';

export const useFormStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'stretch', maxWidth: '560px' },
  soft: { margin: 0, color: tokens.colorNeutralForeground2 },
  text: { margin: 0 },
  narrow: { width: '260px', maxWidth: '100%' },
  start: { alignSelf: 'flex-start' },
});

export interface EditFormProps extends ChangeFooterProps {
  readonly children: ReactNode;
  readonly onSubmit: () => void;
}

/** A form of one change, with its buttons. */
export function EditForm({ children, onSubmit, ...footer }: EditFormProps) {
  const styles = useFormStyles();
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <ChangeFooter {...footer} />
    </form>
  );
}
