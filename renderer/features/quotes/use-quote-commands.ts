import type { RefObject } from 'react';
import { paperOf } from '../../../shared/domain/quote/quote-rules.ts';
import { quoteNumber } from '../../../shared/domain/quote/quote-number.ts';
import type { Quote } from '../../../shared/domain/quote/quote.ts';
import type { JournalEvent } from '../../../shared/domain/journal/journal-entry.ts';
import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { bridge } from '../../platform/bridge.ts';
import { asPrintedPage } from '../../platform/print-page.ts';
import { middayOf } from './quote-days.ts';
import { useServices } from '../../platform/services.tsx';
import type { TextOf } from '../../text/use-text-of.ts';

export interface QuoteCommands {
  /** Answers the name of the file; undefined when the dialog was closed. */
  readonly save: () => Promise<Result<string | undefined>>;
  /** Opens a draft with the PDF attached; nothing is sent by it. */
  readonly mail: (to: readonly string[]) => Promise<Result<object>>;
}

/** What leaves the app of one version: the PDF, alone or with an e-mail. Both are written into the journal. */
export function useQuoteCommands(quote: Quote, text: TextOf, paper: RefObject<HTMLElement | null>): QuoteCommands {
  const { work, account } = useServices();
  const { t, format } = text;
  const number = quoteNumber(quote);
  const title = t('quote.paper.fileName', { number, customer: quote.customerName });
  const errand = { fileName: title.slice(0, 200), paper: paperOf(quote.market) };
  const note = (what: JournalEvent, details: Record<string, string> = {}): Promise<void> =>
    work.addJournal({ who: account.userName, what, subject: quote.customerName, details: { number, ...details } });
  const printed = <Value>(print: () => Promise<Result<Value>>): Promise<Result<Value>> => {
    if (paper.current === null) throw new Error('the paper is not drawn');
    return asPrintedPage(paper.current, { title, language: text.language }, print);
  };
  return {
    save: async () => {
      const answer = await printed(() => bridge.call('pdf.save', errand));
      if (!answer.ok) return answer;
      const fileName = answer.value.saved?.fileName;
      if (fileName !== undefined) await note('quote-saved', { fileName });
      return ok(fileName);
    },
    mail: async (to) => {
      const values = {
        number, customer: quote.customerName, provider: quote.provider, who: quote.madeBy,
        date: format.date(middayOf(quote.validUntil)),
      };
      const letter = { to: [...to], bcc: [], subject: t('quote.mail.subject', values), body: t('quote.mail.body', values) };
      const answer = await printed(() => bridge.call('mail.openPdf', { ...errand, letter }));
      if (answer.ok) await note('quote-mailed');
      return answer;
    },
  };
}
