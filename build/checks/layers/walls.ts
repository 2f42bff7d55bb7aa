import type { Place, Zone } from './places.ts';

interface Wall {
  readonly may: readonly Zone[];
  /** Zones of which only types may be imported. */
  readonly typesOf?: readonly Zone[];
  readonly reason: string;
}

const rendererParts: readonly Zone[] = ['data', 'sync', 'platform', 'ui', 'text'];
const product: readonly Zone[] = ['shared', 'electron', 'practice', 'app', 'feature', ...rendererParts];

/** Who may import whom: the table of the architecture, one row a zone. */
const walls: Readonly<Record<Zone, Wall>> = {
  shared: { may: ['shared'], reason: 'shared is pure and knows no other part' },
  electron: { may: ['shared', 'electron', 'practice', 'root'], reason: 'the main process holds adapters and knows no window' },
  practice: { may: ['shared', 'practice'], reason: 'the practice tenant is a server of its own, it also runs alone' },
  app: { may: ['shared', 'app', 'feature', ...rendererParts], reason: 'the window never reaches into the main process' },
  feature: { may: ['shared', 'feature', ...rendererParts], reason: 'a feature knows itself and the parts below it' },
  data: { may: ['shared', 'data', 'sync', 'platform'], reason: 'the store knows no screen' },
  sync: { may: ['shared', 'data', 'sync', 'platform'], reason: 'synchronising knows no screen' },
  platform: { may: ['shared', 'data', 'sync', 'platform'], reason: 'the platform knows no screen' },
  ui: { may: ['ui', 'text'], typesOf: ['shared'], reason: 'building blocks know no feature and no rule' },
  text: { may: ['ui', 'text'], typesOf: ['shared'], reason: 'sentences know no feature and no rule' },
  test: { may: [...product, 'test', 'build', 'root'], reason: '' },
  build: { may: ['build', 'root'], reason: 'tools work on the product from outside' },
  root: { may: ['build', 'root'], reason: 'configuration at the top uses tools only' },
};

/** Why `from` may not import `to`, or undefined when it may. */
export function wallBetween(from: Place, to: Place, isTypeOnly: boolean): string | undefined {
  const wall = walls[from.zone];
  if (!wall.may.includes(to.zone)) {
    if (!wall.typesOf?.includes(to.zone)) return `${from.zone} may not import ${to.zone}: ${wall.reason}`;
    return isTypeOnly ? undefined : `${from.zone} may import only types of ${to.zone} (import type): ${wall.reason}`;
  }
  if (to.zone !== 'feature' || from.zone === 'test') return undefined;
  if (from.zone === 'app') return to.isDoor ? undefined : `${to.feature} is entered through its feature.ts only`;
  if (from.feature === to.feature) return undefined;
  return `feature ${from.feature} may not import feature ${to.feature}: app joins features`;
}
