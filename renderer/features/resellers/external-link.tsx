import { Button } from '@fluentui/react-components';
import { Open16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/failure.ts';
import { bridge } from '../../platform/bridge.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity } from '../../platform/services.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';

export interface ExternalLinkProps {
  readonly url: string;
  readonly label: string;
  /** Quiet, where several stand in running text. */
  readonly isQuiet?: boolean;
}

/** Opens a page of Microsoft's in the system's browser; offline it stays where it is and says why. */
export function ExternalLink({ url, label, isQuiet = false }: ExternalLinkProps) {
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  const [problem, setProblem] = useState<Failure>();
  const open = async (): Promise<void> => {
    const opened = await bridge.call('app.openExternal', { url });
    setProblem(opened.ok ? undefined : opened.error);
  };
  const words = isOnline ? t('external.opensIn', { url }) : t('external.offline');
  return (
    <>
      <Button
        size="small" appearance={isQuiet ? 'subtle' : 'secondary'} icon={<Open16Regular />} iconPosition="after"
        disabledFocusable={!isOnline} title={words} onClick={() => isOnline && void open()}
      >
        {label}
      </Button>
      {problem !== undefined && <FailureMessage failure={problem} copy={copyText} />}
    </>
  );
}
