import {
  Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, SpinButton, makeStyles, tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CartLine } from '../../../../shared/domain/cart/cart-line.ts';
import { compareCommitments } from '../../../../shared/domain/cart/commitments.ts';
import type { Commitment } from '../../../../shared/domain/cart/commitments.ts';
import type { Offer } from '../../../../shared/domain/catalogue/offer.ts';
import { useFormat } from '../../../text/use-format.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { CommitmentTable } from './commitment-table.tsx';
import { useCommitmentSentence } from './use-commitment-sentence.ts';

const useStyles = makeStyles({
  surface: { maxWidth: 'min(960px, calc(100vw - 48px))' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px' },
  month: { width: '220px' },
  sentence: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  soft: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface CommitmentDialogProps {
  readonly line: CartLine;
  readonly offer: Offer;
  readonly onUse: (commitment: Commitment) => void;
  readonly onClose: () => void;
}

/** How long to commit: every pair the offer is sold with side by side, what it costs, and what leaving early costs. */
export function CommitmentDialog({ line, offer, onUse, onClose }: CommitmentDialogProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const [month, setMonth] = useState(6);
  const commitments = compareCommitments(offer, line.quantity);
  const sentence = useCommitmentSentence(commitments);
  return (
    <Dialog open onOpenChange={(_event, data) => data.open || onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t('carts.compare.title', { title: line.title })}</DialogTitle>
          <DialogContent className={styles.content}>
            {sentence !== undefined && <p className={styles.sentence}>{sentence}</p>}
            <Field label={t('carts.compare.month')} className={styles.month}>
              <SpinButton
                value={month}
                min={1}
                max={36}
                onChange={(_event, data) => {
                  const typed = data.value ?? Number((data.displayValue ?? '').replaceAll(/\D/gu, ''));
                  setMonth(Math.min(36, Math.max(1, Math.trunc(typed))));
                }}
              />
            </Field>
            <CommitmentTable line={line} offer={offer} commitments={commitments} month={month} onUse={onUse} />
            <p className={styles.soft}>
              {t('carts.compare.note', { seats: format.number(line.quantity) })}
              {offer.listDate !== undefined && <> {t('carts.listOf')} <DateText instant={offer.listDate} as="date" />.</>}
            </p>
            {line.promotion !== undefined && <p className={styles.soft}>{t('carts.compare.withoutPromotion', { name: line.promotion.name })}</p>}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('carts.close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
