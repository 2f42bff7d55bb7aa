import type { TFunction } from 'i18next';
import type { Batch } from '../../shared/domain/bulk/batch.ts';
import { partnerName } from './commerce-words.ts';

/** What a bulk change does, as a title. */
export function batchTitle(t: TFunction, { kind, asked }: Pick<Batch, 'kind' | 'asked'>): string {
  const partner = partnerName(t, { name: asked['name'] ?? '', partnerId: asked['partnerId'] ?? '' });
  if (kind === 'auto-renew') return t(`bulk.atEnd.${asked['atEnd'] ?? (asked['on'] === 'yes' ? 'renew' : 'extend')}`);
  if (kind === 'status') return t(asked['status'] === 'active' ? 'bulk.title.reactivate' : 'bulk.title.suspend');
  if (kind === 'seats') return t(asked['how'] === 'add' ? 'bulk.title.seatsAdd' : 'bulk.title.seatsSet', { seats: asked['seats'] ?? '' });
  return t(`bulk.title.${kind}`, { partner, from: asked['from'] ?? '', file: asked['file'] ?? '' });
}
