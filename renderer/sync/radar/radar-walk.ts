import type { Failure, FailureCode } from '../../../shared/contract/failure.ts';
import type { Finding } from '../../../shared/domain/partnership/verdict.ts';
import { PartnerId } from '../../../shared/ids.ts';
import { isBefore } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { Mirror } from '../../../shared/ports/mirror.ts';
import type { RadarRun } from '../../../shared/ports/reseller-radar.ts';
import type { WorkStore } from '../../../shared/ports/work-store.ts';
import { checkedFinding, invalidFinding, notOffered, plainFinding, refusedFinding } from './findings.ts';
import type { Validation } from './findings.ts';
import { Patience } from './patience.ts';
import type { Asked, PatienceParts } from './patience.ts';
import type { Wait } from './radar-calls.ts';

/** Partner IDs a validation; also the most findings that a crash can lose. */
const batchSize = 50;

export interface WalkParts extends Omit<PatienceParts, 'waits' | 'goesOn'> {
  readonly work: Pick<WorkStore, 'partnerships'>;
  readonly mirror: Pick<Mirror, 'resellers' | 'organization'>;
  /** Keeps the walk on the disk, and shows it. */
  readonly save: (run: RadarRun) => Promise<void>;
  /** Shows it only: between two writings. */
  readonly show: (run: RadarRun) => void;
  /** True when the window ends: the walk stays as it is, to be gone on with. */
  readonly isClosing: () => boolean;
}

/** Refusals that concern the account, not a Partner ID. */
const ofAccount: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'sign-in-needed', 'mfa-needed', 'role-missing', 'wrong-tenant', 'own-agreement-missing', 'program-not-active', 'account-missing',
]);
/** Partner IDs in a row about which nothing could be learned: then it is not the Partner ID. */
const mostUnclear = 5;

interface Targets {
  readonly run: Pick<RadarRun, 'total' | 'done' | 'bad'>;
  readonly own: PartnerId | undefined;
  readonly rest: readonly PartnerId[];
}

/** What is left of a walk: what was checked since it began is done, also by a person or before the end of the app. */
async function targetsOf({ work, mirror }: Pick<WalkParts, 'work' | 'mirror'>, startedAt: Instant): Promise<Targets> {
  const [rows, organization, verdicts] = await Promise.all([
    mirror.resellers(), mirror.organization(), work.partnerships.verdicts(),
  ]);
  const read = rows.map(({ partnerId }) => PartnerId.safeParse(partnerId));
  const ids = [...new Set(read.flatMap(({ data }) => data ?? []))];
  const checked = new Map(verdicts.filter(({ checkedAt }) => !isBefore(checkedAt, startedAt)).map((one) => [one.partnerId, one]));
  const rest = ids.filter((id) => !checked.has(id));
  const unusable = read.filter(({ success }) => !success).length;
  const bad = ids.filter((id) => (checked.get(id)?.standing ?? 'good') !== 'good').length;
  const own = PartnerId.safeParse(organization?.partnerId).data;
  return { rest, own, run: { total: ids.length + unusable, done: ids.length - rest.length + unusable, bad } };
}

/** Nothing more can be asked; no failure when somebody stopped the walk. */
interface Stop {
  readonly failure?: Failure;
}

type Unclear = Extract<Asked<unknown>, { readonly kind: 'refused' | 'silent' }>;

class Walk {
  private readonly parts: WalkParts;
  private readonly patience: Patience;
  private run: RadarRun;
  /** Found and not on the disk yet. */
  private found: Finding[] = [];
  private isOneByOne = false;
  /** Why the first Partner ID about which nothing could be learned was left for the next walk. */
  private unclear: Failure | undefined;
  private unclearInARow = 0;

  constructor(parts: WalkParts, run: RadarRun) {
    this.parts = parts;
    this.run = run;
    this.patience = new Patience({ ...parts, waits: (wait) => this.wait(wait), goesOn: () => this.change({}) });
  }

  async go(): Promise<RadarRun> {
    const { startedAt, state, until, failure: why } = this.run;
    const { rest, own, run } = await targetsOf(this.parts, startedAt);
    this.run = { ...this.run, ...run };
    if (state === 'waiting' && until !== undefined && why !== undefined) await this.patience.until({ until, failure: why });
    else this.change({});
    const others = rest.filter((id) => id !== own);
    if (others.length < rest.length && own !== undefined) this.find(plainFinding(this.looked(own), 'own-id'));
    for (let start = 0; start < others.length; start += batchSize) {
      const stop = await this.check(others.slice(start, start + batchSize));
      if (stop !== undefined) return this.end({ state: 'stopped', ...stop });
      await this.keep();
    }
    if (this.unclear === undefined) return this.end({ state: 'done' });
    // Going on would only ask again what was left; a walk that is done lets the next one begin anew.
    return this.end({ state: this.run.done === 0 ? 'stopped' : 'done', failure: this.unclear });
  }

  private async check(batch: readonly PartnerId[]): Promise<Stop | undefined> {
    const asked = await this.validate(batch);
    if (asked.kind === 'stopped') return asked;
    if (asked.kind !== 'answered') return this.checkApart(batch, asked);
    const results = new Map(asked.value.map((result) => [result.partnerId, result]));
    // What is known already is kept before anything more is asked.
    for (const partnerId of batch) {
      const result = results.get(partnerId);
      if (result?.isValid === false) this.find(invalidFinding(this.looked(partnerId), result));
    }
    for (const partnerId of batch) {
      const result = results.get(partnerId);
      if (result?.isValid === false) continue;
      const stop = await (result === undefined ? this.checkAlone(partnerId) : this.checkAgreement(partnerId));
      if (stop !== undefined) return stop;
    }
    return undefined;
  }

  /** One Partner ID may be why the validation of all of them brought nothing. */
  private async checkApart(batch: readonly PartnerId[], asked: Unclear): Promise<Stop | undefined> {
    const [first] = batch;
    if (batch.length === 1 && first !== undefined) return this.hear(asked, first);
    for (const partnerId of batch) {
      const stop = await this.check([partnerId]);
      if (stop !== undefined) return stop;
    }
    return undefined;
  }

  /** Answers nothing about any of them where the validation is not offered. */
  private async validate(batch: readonly PartnerId[]): Promise<Asked<readonly Validation[]>> {
    if (this.isOneByOne) return { kind: 'answered', value: [] };
    const asked = await this.patience.ask('validate-resellers', { partnerIds: [...batch] });
    if (asked.kind === 'answered') return { kind: 'answered', value: asked.value.results };
    if (asked.kind !== 'refused') return asked;
    const { code } = asked.failure;
    if (notOffered.has(code)) {
      // the refusal of one Partner ID says nothing about the others
      this.isOneByOne = batch.length > 1;
      return { kind: 'answered', value: [] };
    }
    return ofAccount.has(code) ? { kind: 'stopped', failure: asked.failure } : asked;
  }

  private async checkAgreement(partnerId: PartnerId): Promise<Stop | undefined> {
    const asked = await this.patience.ask('check-agreement', { partnerId });
    if (asked.kind !== 'answered') return this.hear(asked, partnerId);
    return this.know(plainFinding(this.looked(partnerId), asked.value.isSigned ? 'good' : 'agreement-missing'));
  }

  private async checkAlone(partnerId: PartnerId): Promise<Stop | undefined> {
    const asked = await this.patience.ask('check-reseller', { partnerId });
    if (asked.kind !== 'answered') return this.hear(asked, partnerId);
    return this.know(checkedFinding(this.looked(partnerId), asked.value));
  }

  private know(finding: Finding): undefined {
    this.unclearInARow = 0;
    this.find(finding);
  }

  /** What a question that was not answered means for its Partner ID, and for the walk. */
  private hear(asked: Unclear | ({ readonly kind: 'stopped' } & Stop), partnerId: PartnerId): Stop | undefined {
    if (asked.kind === 'stopped') return asked;
    const { failure: why } = asked;
    const finding = asked.kind === 'refused' ? refusedFinding(this.looked(partnerId), why) : undefined;
    if (finding !== undefined) return this.know(finding);
    this.unclear ??= why;
    this.unclearInARow += 1;
    return ofAccount.has(why.code) || this.unclearInARow >= mostUnclear ? { failure: why } : undefined;
  }

  private looked(partnerId: PartnerId): { readonly partnerId: PartnerId; readonly at: Instant } {
    return { partnerId, at: this.parts.clock.now() };
  }

  private find(finding: Finding): void {
    this.found.push(finding);
    const { done, bad } = this.run;
    this.change({ done: done + 1, bad: bad + (finding.standing === 'good' ? 0 : 1) });
  }

  /** The walk goes on; without the reason of its last pause. */
  private change(counts: Partial<Pick<RadarRun, 'done' | 'bad'>>): void {
    const { startedAt, total, done, bad } = this.run;
    this.run = { startedAt, total, done, bad, ...counts, state: 'running' };
    this.parts.show(this.run);
  }

  private async keep(): Promise<void> {
    const found = this.found.splice(0);
    if (found.length > 0) await this.parts.work.partnerships.recordFindings(found);
    await this.parts.save(this.run);
  }

  private async wait(wait: Wait): Promise<void> {
    this.run = { ...this.run, state: 'waiting', ...wait };
    await this.keep();
  }

  private async end({ state, ...stop }: Stop & { readonly state: 'stopped' | 'done' }): Promise<RadarRun> {
    if (!this.parts.isClosing() || state === 'done') {
      const { startedAt, total, done, bad } = this.run;
      this.run = { startedAt, total, done, bad, state, ...(stop.failure === undefined ? {} : { failure: stop.failure }) };
    }
    await this.keep();
    return this.run;
  }
}

/** Walks on from what is on the disk; answers the walk as it ended. */
export const walk = (run: RadarRun, parts: WalkParts): Promise<RadarRun> => new Walk(parts, run).go();
