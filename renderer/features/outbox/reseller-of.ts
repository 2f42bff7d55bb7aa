import type { StandingSubject } from '../../../shared/domain/partnership/reseller-standing.ts';
import type { Operation } from '../../../shared/sync/operation.ts';

/** The reseller an operation names, when it names one. */
export function resellerOf(operation: Operation): StandingSubject | undefined {
  switch (operation.kind) {
    case 'create-customer':
    case 'place-order':
      return operation.payload.reseller.kind === 'reseller' ? operation.payload.reseller : undefined;
    case 'change-subscription': {
      const { reseller } = operation.payload.edits;
      return reseller && { partnerId: reseller.partnerId, ...(reseller.id === undefined ? {} : { id: reseller.id }) };
    }
    case 'set-support-contact': {
      const { tenantId, partnerId } = operation.payload.contact;
      return tenantId === operation.tenantId ? undefined : { id: tenantId, partnerId };
    }
    case 'confirm-agreement':
    case 'cancel-subscription':
    case 'transition-subscription':
    case 'reset-password':
    case 'request-qualification':
      return undefined;
  }
}
