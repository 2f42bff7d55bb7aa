import type { Promotion } from '../../../../shared/domain/catalogue/promotion.ts';
import { readPromotion } from '../../../../shared/partner-center/readers/promotions.ts';
import { readList, readOne } from './pull-context.ts';
import type { Ended, PullContext } from './pull-context.ts';

/** One promotion with its limits, which the list leaves out; where they cannot be read, that is said with it. */
async function withLimits(context: PullContext, country: string, promotion: Promotion): Promise<Ended<Promotion>> {
  const read = await readOne(context, { kind: 'promotion', country, promotionId: promotion.id }, readPromotion);
  if (read.kind === 'stopped') return read;
  const isSame = read.kind === 'read' && read.value.id === promotion.id;
  // what the list says holds now; the single promotion is also told after its end
  return { kind: 'read', value: isSame ? { ...read.value, ...promotion } : { ...promotion, areLimitsUnknown: true } };
}

/**
 * The promotions of a country that hold now (list-promotions, get-promotion). `failed` where the list cannot be read: the
 * former ones stay, with the dates they carry.
 */
export async function pullPromotions(context: PullContext, country: string): Promise<Ended<readonly Promotion[]>> {
  const listed = await readList(context, { kind: 'promotions', country }, readPromotion);
  if (listed.kind !== 'read') return listed;
  const promotions: Promotion[] = [];
  for (const promotion of listed.value.filter(({ products }) => products.length > 0)) {
    const read = await withLimits(context, country, promotion);
    if (read.kind === 'stopped') return read;
    if (read.kind === 'read') promotions.push(read.value);
  }
  return { kind: 'read', value: promotions };
}
