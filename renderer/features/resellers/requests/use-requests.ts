import { isReminderDue, standingOf } from '../../../../shared/domain/partnership/request.ts';
import type { PartnershipRequest, RequestStanding } from '../../../../shared/domain/partnership/request.ts';
import { openQuestions } from '../../../../shared/domain/partnership/sighting.ts';
import type { Sighting } from '../../../../shared/domain/partnership/sighting.ts';
import { instantOf } from '../../../../shared/instant.ts';
import { useLive } from '../../../platform/services.tsx';
import { useNow } from '../../../text/use-now.ts';

/** A request as the list shows it now. */
export interface ShownRequest {
  readonly request: PartnershipRequest;
  readonly standing: RequestStanding;
  readonly isReminderDue: boolean;
  /** Resellers of the list that may be its answer: only a person can tell. */
  readonly answers: readonly Sighting[];
}

/** What is to be answered by a person comes first. */
export const needsPerson = ({ isReminderDue: isDue, answers }: ShownRequest): boolean => isDue || answers.length > 0;

/** All requests with how they stand now, what needs a person on top, else newest first; undefined before the first answer. */
export function useRequests(): readonly ShownRequest[] | undefined {
  const requests = useLive(({ partnerships }) => partnerships.requests(), []);
  const sightings = useLive(({ partnerships }) => partnerships.sightings(), []);
  const now = instantOf(new Date(useNow()));
  if (requests === undefined || sightings === undefined) return undefined;
  const questions = openQuestions(requests, sightings);
  const shown = requests.map((request): ShownRequest => ({
    request, standing: standingOf(request, now), isReminderDue: isReminderDue(request, now), answers: questions.get(request.id) ?? [],
  }));
  return [...shown.filter(needsPerson), ...shown.filter((one) => !needsPerson(one))];
}
