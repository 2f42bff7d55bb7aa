import { ToggleButton } from '@fluentui/react-components';
import { Briefcase20Filled, Briefcase20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';

export interface TakeAlongProps {
  readonly isTaken: boolean;
  /** The reseller with which it is taken along anyway. */
  readonly withReseller?: string | undefined;
  readonly onChange: (isTaken: boolean) => void;
}

/** Puts a reseller or a customer into the briefcase, or takes it out. */
export function TakeAlong({ isTaken, withReseller, onChange }: TakeAlongProps) {
  const { t } = useTranslation();
  const isWith = withReseller !== undefined && !isTaken;
  const label = isWith ? t('briefcase.takenWith', { name: withReseller }) : t(isTaken ? 'briefcase.taken' : 'briefcase.take');
  return (
    <ToggleButton
      checked={isTaken || isWith}
      disabledFocusable={isWith}
      icon={isTaken || isWith ? <Briefcase20Filled /> : <Briefcase20Regular />}
      onClick={() => onChange(!isTaken)}
    >
      {label}
    </ToggleButton>
  );
}
