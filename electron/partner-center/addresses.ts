import { readAddressRefusal, readAddressVerdict } from '../../shared/partner-center/readers/addresses.ts';
import type { ServerCallInput, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import type { AddressForm } from '../../shared/domain/customer/customer-form.ts';
import type { Answer } from './answer.ts';
import { ask } from './api.ts';
import type { Connection } from './http.ts';

/** The address as the contract writes it, empty parts left out. */
export const wireAddress = (address: AddressForm): Record<string, string> => ({
  Country: address.country,
  City: address.city,
  AddressLine1: address.addressLine1,
  ...(address.addressLine2 === '' ? {} : { AddressLine2: address.addressLine2 }),
  ...(address.state === '' ? {} : { State: address.state }),
  ...(address.postalCode === '' ? {} : { PostalCode: address.postalCode }),
});

/** validate-address: a POST that changes nothing. Both editions of the answer are read. */
export async function checkAddress(
  connection: Connection, { address }: ServerCallInput<'check-address'>, requestId: string,
): Promise<Answer<ServerCallOutput<'check-address'>>> {
  return ask(connection, {
    method: 'POST',
    path: '/v1/validations/address',
    body: wireAddress(address),
    requestId,
    timeoutMs: 30_000,
    read: (body) => readAddressVerdict(body, address),
    settle: (refusal) => (refusal.code === 'address-invalid' ? readAddressRefusal(refusal.serverText, address) : undefined),
  });
}
