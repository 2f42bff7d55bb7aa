import { makeStyles } from '@fluentui/react-components';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../../shared/domain/catalogue/offer.ts';
import type { Instant } from '../../../../shared/instant.ts';
import { instantOf } from '../../../../shared/instant.ts';
import { useMirror } from '../../../platform/services.tsx';
import { useNow } from '../../../text/use-now.ts';
import { Panel } from '../../../ui/panel.tsx';
import type { CartState } from '../use-cart.ts';
import { LineCard } from './line-card.tsx';
import { lineViews } from './line-view.ts';
import type { LineCommands } from './use-lines.ts';

const useStyles = makeStyles({
  lines: {
    listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px', ':focus': { outlineStyle: 'none' },
  },
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
  const list = useRef<HTMLUListElement>(null);
  const keeping = useFocusedPlace(list, commands);
  const addons = useMirror(
    ['catalogue'],
    async (mirror) => (await mirror.offers({ country: cart.market, text: '' })).filter((offer) => offer.isAddon && offer.terms.length > 0),
    [cart.market],
  ) ?? noAddons;
  return (
    <Panel title={t('carts.inCart', { count: cart.lines.length })}>
      {cart.lines.length === 0 && <p className={styles.empty}>{t('carts.emptyCart')}</p>}
      <ul ref={list} tabIndex={-1} className={styles.lines} aria-label={t('carts.linesLabel')}>
        {lineViews(state, addons).map((view) => <LineCard key={view.line.id} view={view} commands={keeping} now={now} />)}
      </ul>
    </Panel>
  );
}

/**
 * The same commands; after a line was removed or split, where its button was the keyboard is at the line that stands there now,
 * at the last one, or at the empty list.
 */
function useFocusedPlace(list: RefObject<HTMLUListElement | null>, commands: LineCommands): LineCommands {
  const place = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (place.current === undefined || document.activeElement !== document.body) return;
    const lines = [...(list.current?.children ?? [])];
    const line = lines[Math.min(place.current, lines.length - 1)];
    place.current = undefined;
    (line?.querySelector<HTMLElement>('button') ?? list.current)?.focus();
  });
  return useMemo(() => {
    const remember = (): void => {
      const at = [...(list.current?.children ?? [])].findIndex((line) => line.contains(document.activeElement));
      place.current = at < 0 ? undefined : at;
    };
    return {
      ...commands,
      remove: (line) => {
        remember();
        commands.remove(line);
      },
      split: (line) => {
        remember();
        commands.split(line);
      },
    };
  }, [list, commands]);
}
