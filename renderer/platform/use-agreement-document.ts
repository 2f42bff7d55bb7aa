import { useState } from 'react';
import type { Failure } from '../../shared/contract/failure.ts';
import type { AccountId } from '../../shared/ids.ts';
import { agreementLanguageFor, agreementLanguagesOf } from '../../shared/domain/customer/agreement-languages.ts';
import { serverCalls } from '../../shared/partner-center/server-call.ts';
import { bridge } from './bridge.ts';
import { readServer } from './read-server.ts';
import { useServices } from './services.tsx';

/** Where the text stands that Microsoft names to everybody. */
const publicText = 'https://aka.ms/customeragreement';

interface Wanted {
  readonly country: string;
  readonly language: string | undefined;
}

/** Places of the text, best first, asked anew each time: those of a document are dead after five minutes. */
async function placesOf(accountId: AccountId, { country, language }: Wanted): Promise<readonly string[]> {
  const template = await readServer(accountId, 'read-agreement-template', {}, serverCalls['read-agreement-template'].out);
  if (!template.ok) return [publicText];
  const { templateId, agreementLink = publicText } = template.value;
  if (language === undefined) return [agreementLink];
  const input = { templateId, country, language };
  const document = await readServer(accountId, 'read-agreement-document', input, serverCalls['read-agreement-document'].out);
  return [...(document.ok ? document.value.links : []), agreementLink];
}

export interface AgreementDocumentCommand {
  readonly languages: readonly string[];
  readonly language: string | undefined;
  readonly setLanguage: (language: string) => void;
  readonly open: () => Promise<void>;
  readonly problem: Failure | undefined;
}

/** Opens the text of the Microsoft Customer Agreement for a country; `culture` is the customer's own, when it is known. */
export function useAgreementDocument(country: string, culture: string | undefined): AgreementDocumentCommand {
  const { account } = useServices();
  const [chosen, setLanguage] = useState<string>();
  const [problem, setProblem] = useState<Failure>();
  const languages = agreementLanguagesOf(country);
  const language = languages.find((one) => one === chosen) ?? agreementLanguageFor(country, culture);
  const open = async (): Promise<void> => {
    let failed: Failure | undefined;
    for (const url of await placesOf(account.id, { country, language })) {
      const opened = await bridge.call('app.openExternal', { url, accountId: account.id });
      failed = opened.ok ? undefined : opened.error;
      // A document may stand where the app does not lead; the next place is as good.
      if (failed?.code !== 'link-not-allowed' && failed?.code !== 'invalid-input') break;
    }
    setProblem(failed);
  };
  return { languages, language, setLanguage, open, problem };
}
