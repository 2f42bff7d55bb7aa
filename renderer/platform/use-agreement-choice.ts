import { agreementChoiceOf, agreementSetting } from '../../shared/domain/customer/agreement-ways.ts';
import type { AgreementChoice } from '../../shared/domain/customer/agreement-ways.ts';
import { useLive, useServices } from './services.tsx';

/** What the account's setting allows for the agreement; undefined while it is read. */
export function useAgreementChoice(): AgreementChoice | undefined {
  const { account } = useServices();
  return useLive(async (work) => agreementChoiceOf(await work.setting(agreementSetting), account.kind), [account.kind]);
}
