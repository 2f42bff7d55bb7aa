import { AddressForm } from '../../domain/customer/customer-form.ts';
import { AddressVerdict } from '../server-call.ts';
import { wireList, wirePart, wireRecord, wireText } from './case.ts';
import type { WireRecord } from './case.ts';

const addressOf = (address: WireRecord | undefined, typed: AddressForm): AddressForm | undefined =>
  AddressForm.safeParse({
    country: wireText(address, 'country')?.toUpperCase() ?? typed.country,
    addressLine1: wireText(address, 'addressLine1') ?? wireText(address, 'address_line1') ?? typed.addressLine1,
    addressLine2: wireText(address, 'addressLine2') ?? wireText(address, 'address_line2') ?? '',
    city: wireText(address, 'city') ?? typed.city,
    state: wireText(address, 'state') ?? wireText(address, 'region') ?? '',
    postalCode: wireText(address, 'postalCode') ?? wireText(address, 'postal_code') ?? '',
  }).data;

const statusOf = (text: string | undefined): AddressVerdict['status'] | undefined =>
  AddressVerdict.shape.status.options.find((status) => status.toLowerCase() === text?.replaceAll('_', '').toLowerCase());

/**
 * The answer of validate-address, edition of 05/2021. The older one is an empty 200 for a good address. A status nobody
 * knows counts as not validated: a person looks at it.
 */
export function readAddressVerdict(body: unknown, typed: AddressForm): AddressVerdict | undefined {
  if (body === undefined) return { status: 'Verified', suggestions: [] };
  const answer = wireRecord(body);
  if (answer === undefined) return undefined;
  const suggestions = wireList(answer, 'suggestedAddresses').map((one) => addressOf(wireRecord(one), typed));
  return {
    status: statusOf(wireText(answer, 'status')) ?? 'NotValidated',
    suggestions: suggestions.filter((one) => one !== undefined).slice(0, 3),
  };
}

/** The refusal of 2021: 400/2007 whose description is itself JSON with the corrected address (validate-address, errors). */
export function readAddressRefusal(description: string | undefined, typed: AddressForm): AddressVerdict {
  let inner: unknown;
  try {
    inner = JSON.parse(description ?? '');
  } catch {
    inner = undefined;
  }
  const corrected = wirePart(wireRecord(inner), 'corrected_address');
  const suggestion = corrected && addressOf(corrected, typed);
  if (suggestion === undefined) return { status: 'None', suggestions: [] };
  return { status: 'InteractionRequired', suggestions: [suggestion] };
}
