import type { PartnershipRequest } from '../../../../shared/domain/partnership/request.ts';
import type { Result } from '../../../../shared/result.ts';
import { useServices } from '../../../platform/services.tsx';
import { handOverLetter } from '../letter/hand-over-letter.ts';
import type { HandOver, HandedOverAs } from '../letter/hand-over-letter.ts';

export interface RequestMail {
  /** Opens or copies the request's letter; "opened" is kept only after the mail client or the clipboard has it. */
  readonly handOver: (how: HandOver) => Promise<Result<HandedOverAs>>;
  /** The person says that it was sent. */
  readonly done: () => Promise<void>;
}

/** The ways of one request's letter out of the app. */
export function useRequestMail({ id, reseller, subject, body }: PartnershipRequest): RequestMail {
  const { work, account } = useServices();
  const handOver = async (how: HandOver): Promise<Result<HandedOverAs>> => {
    const letter = { to: [reseller.email], bcc: [], subject, body };
    const given = await handOverLetter({ accountId: account.id, purpose: 'partnership-request', letter }, how);
    if (given.ok) await work.partnerships.advance(id, { name: 'opened', as: given.value });
    return given;
  };
  const done = async (): Promise<void> => {
    await work.partnerships.advance(id, { name: 'sent' });
  };
  return { handOver, done };
}
