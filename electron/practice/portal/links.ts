import { provider } from '../seed/provider.ts';
import type { State } from '../state.ts';
import { isSame, seal } from '../token.ts';

const purposes = {
  invitation: 'portal invitation',
  provider: 'portal provider',
  customer: 'portal customer',
  agreement: 'portal agreement',
  document: 'portal document',
} as const;
/** What a link of the portal is for; each purpose has codes of its own. */
export type LinkPurpose = keyof typeof purposes;

function codeOf(state: State, purpose: LinkPurpose, about: string): string {
  return seal(state, purposes[purpose], about.toLowerCase());
}

/** True for the code of a link made by this state; `about` is the reseller of a customer's link. */
export function isCode(state: State, purpose: LinkPurpose, code: string, about: string = provider.tenantId): boolean {
  return isSame(code, codeOf(state, purpose, about));
}

/** The provider's personal link that invites a reseller to a partnership (request-reseller-partnership). */
export function invitationLink(state: State, origin: string): string {
  return `${origin}/portal/invitation/${codeOf(state, 'invitation', provider.tenantId)}`;
}

/** The provider's own list of indirect resellers on the portal (remove-reseller-partnership). */
export function partnerListLink(state: State, origin: string): string {
  return `${origin}/portal/provider/${codeOf(state, 'provider', provider.tenantId)}/resellers`;
}

/** The link a customer opens to accept the provider and, with it, one reseller (get-customer-relationship-url). */
export function customerLink(state: State, origin: string, resellerTenantId: string | undefined): string {
  const code = codeOf(state, 'customer', resellerTenantId ?? provider.tenantId);
  const reseller = resellerTenantId === undefined ? '' : `&indirectResellerId=${resellerTenantId}`;
  return `${origin}/portal/relationship/${code}?partnerId=${provider.tenantId}&msppId=0&DAP=false${reseller}`;
}

/** The page where a customer accepts the Microsoft Customer Agreement itself (get-direct-sign-status). */
export function agreementLink(state: State, origin: string): string {
  return `${origin}/portal/agreement/${codeOf(state, 'agreement', provider.tenantId)}`;
}

/** Which text of the agreement is shown. */
export interface AgreementText {
  readonly country: string;
  readonly language: string;
}

const DOCUMENT_MINUTES = 5;
/** What the code of a document's link is made for: neither the text nor the end of the link can be changed. */
export const aboutDocument = ({ country, language }: AgreementText, until: string): string => `${country} ${language} ${until}`;

/** The text of the agreement, for five minutes (get-agreement-template). */
export function agreementDocumentLink(state: State, origin: string, text: AgreementText, now: Date): string {
  const until = String(now.getTime() + DOCUMENT_MINUTES * 60_000);
  const query = new URLSearchParams({ country: text.country, language: text.language, until }).toString();
  return `${origin}/portal/agreement-document/${codeOf(state, 'document', aboutDocument(text, until))}?${query}`;
}
