import { Button, Tooltip } from '@fluentui/react-components';
import { Checkmark16Regular, Copy16Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HiddenText } from './hidden-text.tsx';

export interface CopyButtonProps {
  /** Says what is copied, e.g. "Copy tenant ID". */
  readonly label: string;
  /** Does the copying; true when it worked. */
  readonly copy: () => Promise<boolean>;
  /** Shows the label beside the sign. */
  readonly isWide?: boolean;
}

/** Copies something and says that it did, for two seconds and to screen readers. */
export function CopyButton({ label, copy, isWide = false }: CopyButtonProps) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const icon = isCopied ? <Checkmark16Regular /> : <Copy16Regular />;
  const press = (): void => void copy().then(setCopied);
  return (
    <>
      {isWide ? (
        <Button icon={icon} onClick={press}>{isCopied ? t('ui.copied') : label}</Button>
      ) : (
        <Tooltip content={isCopied ? t('ui.copied') : label} relationship="label">
          <Button appearance="subtle" size="small" icon={icon} onClick={press} />
        </Tooltip>
      )}
      <HiddenText><span role="status">{isCopied ? t('ui.copied') : ''}</span></HiddenText>
    </>
  );
}
