import { Checkbox, Field, Input, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { removalPoints } from '../../../../shared/domain/partnership/removal.ts';
import type { Removal, RemovalPoint } from '../../../../shared/domain/partnership/removal.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '4px' },
  name: { marginTop: '12px', maxWidth: '420px' },
});

/** What the person says before the removal can be attested. */
export interface Attestation {
  readonly points: readonly RemovalPoint[];
  readonly typedName: string;
}

/** Every point, and the reseller's exact name. */
export const isAttested = ({ points, typedName }: Attestation, name: string): boolean =>
  removalPoints.every((point) => points.includes(point)) && typedName.trim() === name.trim();

export interface ConfirmStepProps {
  readonly name: string;
  readonly attestation: Attestation;
  readonly onAttestation: (attestation: Attestation) => void;
  /** Set once it is attested: then there is nothing to confirm any more. */
  readonly removal: Removal | undefined;
  /** Says what is missing, once the person tried to go on. */
  readonly isChecked: boolean;
}

/** The portal's confirmation, point by point, and the name typed by hand. */
export function ConfirmStep({ name, attestation, onAttestation, removal, isChecked }: ConfirmStepProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { points, typedName } = attestation;
  const isMissing = isChecked && removalPoints.some((point) => !points.includes(point));
  const isNameWrong = isChecked && typedName.trim() !== name.trim();
  return (
    <Panel title={t('removal.confirmTitle', { name })}>
      {removal !== undefined && (
        <p><StatusMark kind="ok">{t('removal.attestedBy', { who: removal.attestedBy })} <DateText instant={removal.attestedAt} /></StatusMark></p>
      )}
      <div role="group" aria-label={t('removal.confirmTitle', { name })} className={styles.list}>
        {removalPoints.map((point) => (
          <Checkbox
            key={point}
            label={t(`removal.point.${point}`)}
            checked={(removal?.points ?? points).includes(point)}
            disabled={removal !== undefined}
            onChange={(_event, data) =>
              onAttestation({ typedName, points: data.checked === true ? [...points, point] : points.filter((one) => one !== point) })
            }
          />
        ))}
      </div>
      {isMissing && <p role="alert">{t('removal.pointsMissing')}</p>}
      {removal === undefined && (
        <Field
          className={styles.name}
          label={t('ui.typeName', { name })}
          validationState={isNameWrong ? 'error' : 'none'}
          {...(isNameWrong ? { validationMessage: t('removal.nameWrong') } : {})}
        >
          <Input value={typedName} autoComplete="off" onChange={(_event, data) => onAttestation({ points, typedName: data.value })} />
        </Field>
      )}
    </Panel>
  );
}
