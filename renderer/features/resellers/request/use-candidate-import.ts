import { useState } from 'react';
import { candidateProblems, isCandidateError, knownPartners, maximumCandidates } from '../../../../shared/domain/partnership/candidates.ts';
import { readCandidates } from '../../../../shared/domain/partnership/read-candidates.ts';
import type { CandidatesRead } from '../../../../shared/domain/partnership/read-candidates.ts';
import { readFileText } from '../../../platform/read-file-text.ts';
import { typedRows } from './request-draft.ts';
import type { RequestDraftState } from './use-request-draft.ts';

/** What came of the last text or file that was taken in. */
export type ImportNews = (CandidatesRead & { readonly wrong: number }) | 'file-too-large' | 'nothing-found';

export interface CandidateImport {
  readonly news: ImportNews | undefined;
  readonly take: (text: string) => void;
  readonly takeFile: (file: File) => Promise<void>;
}

const wrongIn = (read: CandidatesRead): number =>
  candidateProblems(read.rows, { asked: new Set(), partners: knownPartners([]), ownPartnerId: undefined })
    .filter((problems) => problems.some(isCandidateError)).length;

/** Takes lists of resellers in: what has room becomes rows, the rest stays in the box. */
export function useCandidateImport({ draft, change }: RequestDraftState): CandidateImport {
  const [news, setNews] = useState<ImportNews>();
  const take = (text: string): void => {
    const kept = typedRows(draft.rows);
    const read = readCandidates(text, maximumCandidates - kept.length);
    if (read.rows.length === 0 && read.leftOver === '') {
      setNews('nothing-found');
      return;
    }
    const rows = read.rows.map(({ name, email, language, partnerId, line }) => ({
      key: crypto.randomUUID(), name, email, language, partnerId, line,
    }));
    change((old) => ({ ...old, rows: [...typedRows(old.rows), ...rows], pasted: read.leftOver }));
    setNews({ ...read, wrong: wrongIn(read) });
  };
  const takeFile = async (file: File): Promise<void> => {
    const text = await readFileText(file);
    if (text === undefined) setNews('file-too-large');
    else take(text);
  };
  return { news, take, takeFile };
}
