import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../../shared/domain/catalogue/offer.ts';
import type { Instant } from '../../../../shared/instant.ts';
import { instantOf } from '../../../../shared/instant.ts';
import { useMirror } from '../../../platform/services.tsx';
import { useNow } from '../../../text/use-now.ts';
import { Panel } from '../../../ui/panel.tsx';
import { useKeptFocus } from '../../../ui/use-kept-focus.ts';
import type { CartState } from '../use-cart.ts';
import { LineCard } from './line-card.tsx';
import { lineViews } from './line-view.ts';
import type { LineCommands } from './use-lines.ts';

const useStyles = makeStyles({
  box: { ':focus': { outlineStyle: 'none' } },
  lines: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  empty: { margin: 0 },
});

const noAddons: readonly Offer[] = [];

/** The hour that has begun: dates to choose from do not move while one looks at them. */
const hourOf = (ms: number): Instant => instantOf(new Date(ms - (ms % 3_600_000)));

/** The lines of the cart, each add-on under its base. What takes the place of a removed line gets the keyboard. */
export function CartLines({ state, commands }: { readonly state: CartState; readonly commands: LineCommands }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { cart } = state;
  const now = hourOf(useNow());
  const kept = useKeptFocus();
  const addons = useMirror(
    ['catalogue'],
    async (mirror) => (await mirror.offers({ country: cart.market, text: '' })).filter((offer) => offer.isAddon && offer.terms.length > 0),
    [cart.market],
  ) ?? noAddons;
  return (
    <Panel title={t('carts.inCart', { count: cart.lines.length })}>
      {cart.lines.length === 0 && <p className={styles.empty}>{t('carts.emptyCart')}</p>}
      <div {...kept} className={styles.box}>
        <ul className={styles.lines} aria-label={t('carts.linesLabel')}>
          {lineViews(state, addons).map((view) => <LineCard key={view.line.id} view={view} commands={commands} now={now} />)}
        </ul>
      </div>
    </Panel>
  );
}
