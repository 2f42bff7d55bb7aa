import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, makeStyles } from '@fluentui/react-components';
import { Checkmark20Regular, ChevronDown20Regular, Copy20Regular, Mail20Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/contract/failure.ts';
import type { Result } from '../../../../shared/result.ts';
import { copyText } from '../../../platform/copy-text.ts';
import { FailureMessage } from '../../../ui/failure-message.tsx';
import { HiddenText } from '../../../ui/hidden-text.tsx';
import type { HandOver, HandedOverAs } from './hand-over-letter.ts';

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', gap: '8px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

export interface MailActionsProps {
  /** Whom the letter is for: tells the buttons of several letters apart. */
  readonly name: string;
  readonly isDisabled?: boolean;
  readonly handOver: (how: HandOver) => Promise<Result<HandedOverAs>>;
  /** The person says that it was sent; missing when that was said already. */
  readonly onDone?: () => Promise<void>;
  readonly size?: 'small' | 'medium';
}

/**
 * Open in email, Copy to clipboard, Done (portal task T2). What failed is shown with the other way offered; nothing counts
 * as sent that the person did not say was sent.
 */
export function MailActions({ name, isDisabled = false, handOver, onDone, size = 'medium' }: MailActionsProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Failure>();
  const [handedOver, setHandedOver] = useState<HandedOverAs>();
  const [isSaid, setSaid] = useState(false);
  const isBusy = useRef(false);
  const once = async (act: () => Promise<void>): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    await act().finally(() => {
      isBusy.current = false;
    });
  };
  const give = (how: HandOver): void =>
    void once(async () => {
      const result = await handOver(how);
      setProblem(result.ok ? undefined : result.error);
      setHandedOver(result.ok ? result.value : undefined);
    });
  const finish = (): void =>
    void once(async () => {
      if (onDone === undefined) return;
      setSaid(true);
      setHandedOver(undefined);
      await onDone().catch((error: unknown) => {
        setSaid(false);
        throw error;
      });
    });
  const isDone = isSaid && onDone === undefined;
  const said = (): string => {
    if (handedOver === undefined) return isDone ? t('letter.markedSent') : '';
    // Once the person said Done there is nothing left to ask for.
    return onDone === undefined ? t(`letter.handedOverAgain.${handedOver}`) : t(`letter.handedOver.${handedOver}`);
  };
  return (
    <div className={styles.frame}>
      <div className={styles.row}>
        <Button size={size} appearance="primary" icon={<Mail20Regular />} disabled={isDisabled} onClick={() => give('auto')}>
          {t('letter.open')}<HiddenText> {t('letter.forName', { name })}</HiddenText>
        </Button>
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button size={size} icon={<ChevronDown20Regular />} disabled={isDisabled} aria-label={t('letter.otherWays', { name })} />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem onClick={() => give('draft')}>{t('letter.openDraft')}</MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
        <Button size={size} icon={<Copy20Regular />} disabled={isDisabled} onClick={() => give('copy')}>
          {t('letter.copy')}<HiddenText> {t('letter.forName', { name })}</HiddenText>
        </Button>
        {/* It stays once it was pressed: the keyboard would have to begin again at the top of the page. */}
        {(onDone !== undefined || isSaid) && (
          <Button size={size} icon={<Checkmark20Regular />} disabled={isDisabled && !isDone} disabledFocusable={isDone} onClick={finish}>
            {t('letter.done')}<HiddenText> {t('letter.forName', { name })}</HiddenText>
          </Button>
        )}
        <span role="status">{said()}</span>
      </div>
      {problem !== undefined && (
        <FailureMessage
          failure={problem}
          copy={copyText}
          {...(problem.code === 'mail-client-missing' || problem.code === 'mail-client-refused'
            ? { actions: <Button size="small" onClick={() => give('copy')}>{t('letter.copyInstead')}</Button> }
            : {})}
        />
      )}
    </div>
  );
}
