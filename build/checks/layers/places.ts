/** Parts of the tree that walls stand between. A feature's place carries its name. */
export type Zone =
  | 'shared' | 'electron' | 'practice' | 'app' | 'feature' | 'data' | 'sync' | 'platform' | 'ui' | 'text'
  | 'test' | 'build' | 'root';

export interface Place {
  readonly zone: Zone;
  /** Name of the feature, for `feature`. */
  readonly feature?: string;
  /** True for a feature's one door, `feature.ts` or `feature.tsx`. */
  readonly isDoor?: boolean;
}

const zoneOfFolder: Readonly<Record<string, Zone>> = { data: 'data', sync: 'sync', platform: 'platform', ui: 'ui', text: 'text' };

/** Where a path from the repository's root belongs. What lies directly in `renderer/` is composition, so `app`. */
export function placeOf(path: string): Place {
  const [top, second, third, ...rest] = path.split('/');
  if (top === 'renderer') {
    if (second === 'features' && third !== undefined) {
      const isDoor = rest.length === 1 && /^feature\.tsx?$/.test(rest[0] ?? '');
      return { zone: 'feature', feature: third, isDoor };
    }
    return { zone: (third === undefined ? undefined : zoneOfFolder[second ?? '']) ?? 'app' };
  }
  if (top === 'electron') return { zone: second === 'practice' ? 'practice' : 'electron' };
  return { zone: top === 'shared' || top === 'test' || top === 'build' ? top : 'root' };
}
