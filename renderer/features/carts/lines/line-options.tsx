import { Button, makeStyles, useRestoreFocusTarget } from '@fluentui/react-components';
import { Scales16Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endDateChoices } from '../../../../shared/domain/cart/end-dates.ts';
import type { Instant } from '../../../../shared/instant.ts';
import { HiddenText } from '../../../ui/hidden-text.tsx';
import { AddonMenu } from './addon-menu.tsx';
import { EndDateMenu } from './end-date-menu.tsx';
import type { LineView } from './line-view.ts';
import { PromotionMenu } from './promotion-menu.tsx';
import { promotionOffers } from './promotion-offers.ts';
import type { LineCommands } from './use-lines.ts';

const CommitmentDialog = lazy(async () => ({
  default: (await import('../commitments/commitment-dialog.tsx')).CommitmentDialog,
}));

const useStyles = makeStyles({ options: { display: 'flex', flexWrap: 'wrap', gap: '2px 4px', marginLeft: '-8px' } });

export interface LineOptionsProps {
  readonly view: LineView;
  readonly commands: LineCommands;
  readonly now: Instant;
}

/** What may be chosen for a line beside term and seats; each button says what is chosen now. */
export function LineOptions({ view, commands, now }: LineOptionsProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { line, offer, addons } = view;
  const [isComparing, setComparing] = useState(false);
  const comesBack = useRestoreFocusTarget();
  if (offer === undefined) return null;
  const promotions = promotionOffers(line, view.promotions, now);
  const ends = endDateChoices(line, offer, view.subscriptions, now);
  const canCompare = offer.terms.filter((term) => term.unitPrice !== undefined && term.billingCycle !== 'none').length > 1;
  return (
    <div className={styles.options}>
      {(promotions.length > 0 || line.promotion !== undefined) && (
        <PromotionMenu line={line} offers={promotions} onChange={commands.edit} />
      )}
      {(ends.length > 0 || line.customTermEnd !== undefined) && <EndDateMenu line={line} choices={ends} onChange={commands.edit} />}
      {canCompare && (
        <Button {...comesBack} size="small" appearance="subtle" icon={<Scales16Regular />} onClick={() => setComparing(true)}>
          {t('carts.compare.open')}<HiddenText> {line.title}</HiddenText>
        </Button>
      )}
      {addons.length > 0 && (
        <AddonMenu line={line} addons={addons} onAdd={(addon) => commands.addAddon(addon, { kind: 'line', lineId: line.id })} />
      )}
      {isComparing && (
        <Suspense fallback={null}>
          <CommitmentDialog
            line={line}
            offer={offer}
            onClose={() => setComparing(false)}
            onUse={(pair) => {
              setComparing(false);
              commands.changeTerm(line, offer, pair);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
