import {
  Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** What will happen and what cannot be undone. */
  readonly children: ReactNode;
  /** The act itself, never "OK". */
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  /** For irreversible acts: the name that must be typed before the act is possible. */
  readonly nameToType?: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before something is thrown away or cannot be undone. Escape and Cancel do nothing. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const isReady = props.nameToType === undefined || typed.trim() === props.nameToType;
  return (
    <Dialog open={props.isOpen} modalType="alert" onOpenChange={(_event, data) => data.open || props.onCancel()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent>
            {props.children}
            {props.nameToType !== undefined && (
              <Field label={t('ui.typeName', { name: props.nameToType })} style={{ marginTop: '12px' }}>
                <Input value={typed} onChange={(_event, data) => setTyped(data.value)} />
              </Field>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={props.onCancel}>{props.cancelLabel ?? t('ui.cancel')}</Button>
            <Button appearance="primary" disabled={!isReady} onClick={props.onConfirm}>{props.confirmLabel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
