import type { Account } from '../../../../shared/domain/account.ts';
import { languageOfCountry } from '../../../../shared/domain/letter/language-of-country.ts';
import type { LetterLanguage, LetterPurpose } from '../../../../shared/domain/letter/letter.ts';
import { reasonIn } from '../../../../shared/domain/letter/reason.ts';
import type { WordingValues } from '../../../../shared/domain/letter/wording.ts';
import type { PartnershipRequest } from '../../../../shared/domain/partnership/request.ts';
import type { ResellerContact } from '../../../../shared/domain/partnership/reseller-contact.ts';
import type { Removal } from '../../../../shared/domain/partnership/removal.ts';
import type { Sighting } from '../../../../shared/domain/partnership/sighting.ts';
import type { Verdict } from '../../../../shared/domain/partnership/verdict.ts';
import { CustomerTenantId, PartnerId, PartnershipRequestId, ResellerTenantId } from '../../../../shared/ids.ts';
import type { CustomerRecord, ResellerBusiness, ResellerRow } from '../../../../shared/ports/mirror.ts';
import type { Organization } from '../../../../shared/ports/organization.ts';
import type { WorkStore } from '../../../../shared/ports/work-store.ts';
import { useLive, useMirror, useServices } from '../../../platform/services.tsx';
import { readSigner } from './invited-signer.ts';
import type { InvitedSigner } from './invited-signer.ts';
import { senderName } from './sender-name.ts';

/** What the address asks for. */
export interface AskedLetter {
  readonly purpose: LetterPurpose;
  readonly reseller: string | null;
  readonly customer: string | null;
  readonly request: string | null;
}

/** All that a letter is made of, as far as it is known here. */
export interface LetterContext {
  readonly purpose: LetterPurpose;
  readonly resellerId: ResellerTenantId | undefined;
  /** Company written to, as screens and the journal name it. */
  readonly name: string;
  readonly to: readonly string[];
  readonly bcc: readonly string[];
  /** Customers that the hidden recipients were taken from: how many there are, and how many were read. */
  readonly customers: KnownCustomers;
  readonly language: LetterLanguage;
  readonly valuesIn: (language: LetterLanguage) => WordingValues;
  /** The person greeted, where one is known; else the company is. */
  readonly greeted: string | undefined;
  readonly contact: ResellerContact | undefined;
  readonly request: PartnershipRequest | undefined;
  readonly removal: Removal | undefined;
}

export interface KnownCustomers {
  readonly all: number;
  readonly read: number;
}

const idOf = (text: string | null): ResellerTenantId | undefined => ResellerTenantId.safeParse(text).data;

/** Address of the provider's contact at Microsoft, kept from the last letter to it. */
export const microsoftContactSetting = 'letter.microsoft-contact';

interface FromWork {
  readonly contact: ResellerContact | undefined;
  readonly request: PartnershipRequest | undefined;
  readonly sighting: Sighting | undefined;
  readonly removal: Removal | undefined;
  readonly microsoftContact: string | undefined;
  readonly signer: InvitedSigner | undefined;
}

async function readWork(
  work: WorkStore, resellerId: ResellerTenantId | undefined, { purpose, customer, request }: AskedLetter,
): Promise<FromWork> {
  const { partnerships } = work;
  const requestId = PartnershipRequestId.safeParse(request);
  const [contacts, sightings, removals, asked, microsoftContact, signer] = await Promise.all([
    partnerships.contacts(), partnerships.sightings(), partnerships.removals(),
    requestId.success ? partnerships.request(requestId.data) : undefined,
    work.setting(microsoftContactSetting),
    purpose === 'customer-agreement' && customer !== null ? readSigner(work, customer) : undefined,
  ]);
  return {
    contact: contacts.find(({ id }) => id === resellerId),
    sighting: sightings.find(({ id }) => id === resellerId),
    removal: removals.find((removal) => removal.resellerId === resellerId),
    request: asked,
    microsoftContact,
    signer,
  };
}

interface FromCopy {
  readonly organization: Organization | undefined;
  readonly row: ResellerRow | undefined;
  readonly customer: CustomerRecord | undefined;
}

interface Known extends FromWork, FromCopy {
  readonly verdict: Verdict | undefined;
  readonly bcc: readonly string[];
  readonly customers: KnownCustomers;
}

/** The person who writes, and the company they write for where the server was never asked about it. */
type Writer = Pick<Account, 'name' | 'userName'>;

interface Recipient {
  readonly name: string;
  readonly email: string | undefined;
  readonly language?: LetterLanguage;
  readonly country: string;
}

function ofCustomer({ customer }: Known): Recipient {
  const detail = customer?.detail;
  return { name: customer?.row.name ?? '', email: detail?.contact?.email, country: detail?.country ?? '' };
}

/** The person named to accept the agreement, of a customer that may still be on its way to the server. */
function ofSigner(known: Known): Recipient {
  const { name, email, country } = ofCustomer(known);
  const { contact, form } = known.signer ?? {};
  return {
    name: name || (form?.companyName ?? ''),
    email: contact?.email ?? email ?? form?.email,
    country: country || (form?.address.country ?? ''),
  };
}

/** The reseller by the list, or by what was kept of it after it left the list. */
function ofReseller({ row, sighting, removal, contact }: Known): Recipient {
  const { name } = row ?? sighting ?? removal ?? { name: '' };
  const { location: country } = row ?? sighting ?? { location: '' };
  return { name, country, email: contact?.email, ...(contact === undefined ? {} : { language: contact.language }) };
}

/** Whom a letter goes to: it depends on what it is for. */
function recipientOf({ purpose }: AskedLetter, known: Known): Recipient {
  if (purpose === 'own-listing') return { name: 'Microsoft', email: known.microsoftContact, country: 'US' };
  if (purpose === 'customer-relationship') return ofCustomer(known);
  if (purpose === 'customer-agreement') return ofSigner(known);
  if (known.request !== undefined) return { ...known.request.reseller, country: '' };
  return purpose === 'removal-customer' ? { ...ofReseller(known), email: undefined } : ofReseller(known);
}

function valuesOf({ organization, row, sighting, removal }: Known, { name }: Recipient, writer: Writer): WordingValues {
  const reseller = row ?? sighting ?? removal;
  return {
    sender: senderName(writer.userName),
    provider: organization?.companyName ?? writer.name,
    ...(name === '' ? {} : { name }),
    ...(organization === undefined ? {} : { ownPartnerId: organization.partnerId }),
    ...(reseller === undefined ? {} : { reseller: reseller.name, partnerId: reseller.partnerId }),
  };
}

function contextOf(asked: AskedLetter, known: Known, writer: Writer): LetterContext {
  const { contact, verdict } = known;
  const recipient = recipientOf(asked, known);
  const values = valuesOf(known, recipient, writer);
  const isPerson = contact !== undefined && contact.name !== '' && contact.email === recipient.email;
  const signer = asked.purpose === 'customer-agreement' ? known.signer?.contact : undefined;
  return {
    purpose: asked.purpose,
    resellerId: idOf(asked.reseller),
    name: recipient.name,
    to: recipient.email === undefined ? [] : [recipient.email],
    bcc: known.bcc,
    customers: known.customers,
    language: recipient.language ?? languageOfCountry(recipient.country || (known.organization?.country ?? '')),
    valuesIn: (language) => ({ ...values, reason: reasonIn(language, verdict?.standing) }),
    greeted: signer === undefined ? (isPerson ? contact.name : undefined) : `${signer.firstName} ${signer.lastName}`,
    contact,
    request: known.request,
    removal: known.removal,
  };
}

function useCopy(asked: AskedLetter, resellerId: ResellerTenantId | undefined): FromCopy | undefined {
  return useMirror(
    ['resellers', 'customers', 'organization'],
    async (mirror): Promise<FromCopy> => {
      const customerId = CustomerTenantId.safeParse(asked.customer);
      const [organization, resellers, customer] = await Promise.all([
        mirror.organization(), mirror.resellers(), customerId.success ? mirror.customer(customerId.data) : undefined,
      ]);
      return { organization, row: resellers.find(({ id }) => id === resellerId), customer };
    },
    [resellerId, asked.customer ?? ''],
  );
}

const partnerIdOf = (work: FromWork | undefined, copy: FromCopy | undefined): string => {
  const { partnerId } = copy?.row ?? work?.sighting ?? work?.removal ?? { partnerId: '' };
  return partnerId;
};

interface Hidden {
  readonly emails: readonly string[];
  readonly customers: KnownCustomers;
}

const nobody: Hidden = { emails: [], customers: { all: 0, read: 0 } };

const hiddenOf = ({ customerEmails, customers, customersRead }: ResellerBusiness): Hidden => ({
  emails: customerEmails, customers: { all: customers.length, read: customersRead },
});

/** Reads what a letter is made of from the unsent work and the offline copy; undefined while it is read. */
export function useLetterContext(asked: AskedLetter): LetterContext | undefined {
  const { account } = useServices();
  const resellerId = idOf(asked.reseller);
  const fromWork = useLive(
    (work) => readWork(work, resellerId, asked), [resellerId, asked.request ?? '', asked.customer ?? ''],
  );
  const fromCopy = useCopy(asked, resellerId);
  const partnerId = partnerIdOf(fromWork, fromCopy);
  const isToCustomers = asked.purpose === 'removal-customer' && resellerId !== undefined;
  const bcc = useMirror(
    ['resellers', 'customers'],
    async (mirror) => ({ partnerId, ...(isToCustomers ? hiddenOf(await mirror.resellerBusiness({ resellerId, partnerId })) : nobody) }),
    [isToCustomers, resellerId, partnerId],
  );
  const verdict = useLive(
    async ({ partnerships }) => {
      const id = PartnerId.safeParse(partnerId);
      return { partnerId, latest: id.success ? (await partnerships.verdictsOf(id.data))[0] : undefined };
    },
    [partnerId],
  );
  if (fromWork === undefined || fromCopy === undefined) return undefined;
  // An answer about the Partner ID that was known a moment ago is none about this one.
  if (bcc?.partnerId !== partnerId || verdict?.partnerId !== partnerId) return undefined;
  const { emails, customers } = bcc;
  return contextOf(asked, { ...fromWork, ...fromCopy, bcc: emails, customers, verdict: verdict.latest }, account);
}
