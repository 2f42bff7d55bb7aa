import { Button, Checkbox, Field, MessageBar, MessageBarBody, MessageBarTitle, Radio, RadioGroup, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VerdictStanding } from '../../shared/domain/partnership/verdict.ts';
import { resellerOptionDetail } from '../text/reseller-option.ts';
import { SearchChoice } from './search-choice.tsx';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '12px' },
  warning: { whiteSpace: 'normal' },
  other: { alignSelf: 'flex-start' },
});

/** What the user has picked so far. A direct sale counts only with its confirmation. */
export interface ResellerPick {
  readonly isDirect: boolean;
  readonly isDirectConfirmed: boolean;
  readonly resellerId?: string;
}

/** A reseller of the list. */
export interface ResellerOffered {
  readonly id: string;
  readonly name: string;
  /** Empty when it has none. */
  readonly partnerId: string;
  readonly isActive: boolean;
  /** What the last check of its Partner ID found, when it was ever checked. */
  readonly standing?: VerdictStanding;
}

export interface ResellerChoiceProps {
  readonly purpose: 'customer' | 'order';
  readonly options: readonly ResellerOffered[];
  readonly pick: ResellerPick;
  readonly onPick: (pick: ResellerPick) => void;
  readonly error?: string | undefined;
  /** Where a reseller that is not in the list may be entered by its Partner ID: what is entered, in place of the list. */
  readonly typed?: { readonly isTyped: boolean; readonly onTyped: (isTyped: boolean) => void; readonly entry: ReactNode };
  /** Facts about the chosen reseller. */
  readonly children?: ReactNode;
}

/**
 * Whom a customer or an order belongs to. There is no default and no empty choice: without a reseller it is a direct
 * sale, and that takes an extra choice and a confirmation (story F17).
 */
export function ResellerChoice({ purpose, options, pick, onPick, error, typed, children }: ResellerChoiceProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.box}>
      <Field label={t(`resellerChoice.${purpose}.question`)}>
        <RadioGroup
          layout="horizontal"
          value={pick.isDirect ? 'direct' : 'reseller'}
          onChange={(_event, data) => onPick({ ...pick, isDirect: data.value === 'direct', isDirectConfirmed: false })}
        >
          <Radio value="reseller" label={t('resellerChoice.reseller')} />
          <Radio value="direct" label={t('resellerChoice.direct')} />
        </RadioGroup>
      </Field>
      {pick.isDirect ? (
        <>
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody className={styles.warning}>
              <MessageBarTitle>{t(`resellerChoice.${purpose}.directTitle`)}</MessageBarTitle>
              <div>{t(`resellerChoice.${purpose}.directText`)}</div>
            </MessageBarBody>
          </MessageBar>
          <Field {...(error === undefined ? {} : { validationState: 'error', validationMessage: error })}>
            <Checkbox
              required
              label={t(`resellerChoice.${purpose}.directConfirm`)}
              checked={pick.isDirectConfirmed}
              onChange={(_event, data) => onPick({ ...pick, isDirectConfirmed: data.checked === true })}
            />
          </Field>
        </>
      ) : (
        <>
          {typed?.isTyped === true ? typed.entry : (
            <SearchChoice
              isRequired
              label={t('resellerChoice.indirectReseller')}
              placeholder={t('resellerChoice.placeholder')}
              options={options.map((option) => ({ value: option.id, label: option.name, detail: resellerOptionDetail(t, option) }))}
              value={pick.resellerId}
              onChoose={(resellerId) => onPick({ ...pick, resellerId })}
              {...(error === undefined ? {} : { error })}
            />
          )}
          {children}
          {typed !== undefined && (
            <Button className={styles.other} size="small" onClick={() => typed.onTyped(!typed.isTyped)}>
              {t(typed.isTyped ? 'subscription.chooseListed' : 'subscription.enterPartnerId')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
