import { addressSchema, checkAddress } from './address-check.ts';
import { type Answer, type Call, readBody, type Route } from './call.ts';
import { refuse } from './errors.ts';
import { isDomainTaken } from './state.ts';

/** 400/2007, the 2021 form of a refused address: the description is itself JSON with the corrected address. */
export function refuseAddress(reason: string, corrected: object): Answer {
  const description = JSON.stringify({
    code: '60071',
    reason,
    corrected_address: corrected,
    object_type: 'AddressValidation',
    resource_status: 'Active',
  });
  return refuse(400, '2007', description);
}

function validateAddress(call: Call): Answer {
  const read = readBody(addressSchema, call.body);
  if (!read.ok) return read.refusal;
  const address = read.value;
  if (/vecchia forma/iu.test(address.addressLine1)) {
    return refuseAddress('ZipCityInvalid - Details: answered in the form of 2021.', {
      country: address.country,
      city: address.city,
      address_line1: 'Via Roma 1',
      postal_code: address.postalCode,
    });
  }
  return { status: 200, body: checkAddress(address) };
}

/** 404 is the good answer: the domain is free. */
function checkDomain(call: Call): Answer {
  return { status: isDomainTaken(call.state, call.params.domain ?? '') ? 200 : 404 };
}

/** Address and domain checks. "Vecchia forma" in the first address line brings the answer of 2021 (400/2007). */
export const validationRoutes: readonly Route[] = [
  { method: 'POST', path: '/v1/validations/address', scenario: 'validate-address', answer: validateAddress },
  { method: 'HEAD', path: '/v1/domains/:domain', scenario: 'check-domain-availability', answer: checkDomain },
];
