import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { isActive } from '../../../shared/domain/reseller/reseller.ts';
import type { PartnerRow, Partners } from '../../platform/use-partners.ts';
import { resellerOptionDetail } from '../../text/reseller-option.ts';
import { Age } from '../../ui/age.tsx';
import { SearchChoice } from '../../ui/search-choice.tsx';

const useStyles = makeStyles({ soft: { margin: 0, color: tokens.colorNeutralForeground2 } });

export interface ListedResellerProps {
  readonly partners: Partners;
  readonly id: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
  readonly error: string | undefined;
}

/** The choice of a reseller of the list: each with its Partner ID and what speaks against it, and how old the list is. */
export function ListedReseller({ partners, id, onChoose, error }: ListedResellerProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const detail = (row: PartnerRow): string =>
    resellerOptionDetail(t, { partnerId: row.partnerId, isActive: isActive(row), standing: row.verdict?.standing });
  return (
    <>
      <SearchChoice
        isRequired
        label={t('resellerChoice.indirectReseller')}
        placeholder={t('resellerChoice.placeholder')}
        options={partners.rows.map((row) => ({ value: row.id, label: row.name, detail: detail(row) }))}
        value={id}
        onChoose={onChoose}
        {...(error === undefined ? {} : { error })}
      />
      <span className={styles.soft}>{t('subscription.listRead')} <Age instant={partners.readAt} isBare /></span>
    </>
  );
}
