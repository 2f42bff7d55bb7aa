import type { Answer } from './call.ts';

/** Error of the standard shape `{code, description, data[], source}`; the code travels as a number (reference, errorShapes). */
export function refuse(status: number, code: string, description: string, data: readonly string[] = []): Answer {
  return { status, body: { code: Number(code), description, data, source: 'PartnerFD' } };
}

/** Error of the extended shape used by agreements (confirm-customer-agreement). */
export function refuseExtended(status: number, code: number, errorName: string, description: string): Answer {
  return {
    status,
    body: {
      code,
      message: description,
      description,
      errorName,
      isRetryable: false,
      parameters: {},
      errorMessageExtended: description,
    },
  };
}

/** Error of the pricing host: `{error:{code,message,innerError,target}}` (get-price-sheet). */
export function refusePricing(status: number, code: string, message: string, target: string): Answer {
  return { status, body: { error: { code, message, innerError: null, target } } };
}

/** 429 with Retry-After in seconds and its own shape (throttling, 09/2020). */
export function refuseThrottled(seconds: number): Answer {
  return {
    status: 429,
    headers: { 'Retry-After': String(seconds) },
    body: { statusCode: 429, message: `Rate limit is exceeded. Try again in ${seconds} seconds.` },
  };
}

/** Error of the token endpoint, in the OAuth shape (RFC 6749, 5.2). */
export function refuseToken(status: number, error: string, errorCode: number, description: string): Answer {
  return { status, body: { error, error_description: `AADSTS${errorCode}: ${description}`, error_codes: [errorCode] } };
}

/** A path the contract does not have. */
export function notFound(path: string): Answer {
  return refuse(404, '1000', `No resource at ${path}.`);
}
