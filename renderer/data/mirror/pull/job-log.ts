import type { Failure } from '../../../../shared/contract/failure.ts';
import type { MirrorDatabase } from '../mirror-database.ts';
import type { JobRecord } from '../records.ts';

/** What the pull under way has done so far, kept in the database: a pull goes on after a restart of the app. */
export class JobLog {
  private readonly database: MirrorDatabase;
  private readonly records: Map<string, JobRecord>;

  private constructor(database: MirrorDatabase, records: readonly JobRecord[]) {
    this.database = database;
    this.records = new Map(records.map((record) => [record.key, record]));
  }

  static async open(database: MirrorDatabase): Promise<JobLog> {
    return new JobLog(database, await database.jobs.toArray());
  }

  isDone(key: string): boolean {
    const record = this.records.get(key);
    return record !== undefined && record.failure === undefined;
  }

  /** What the job left for later ones, by the reader that wrote it. */
  value(key: string): unknown {
    return this.isDone(key) ? this.records.get(key)?.value : undefined;
  }

  failure(key: string): Failure | undefined {
    return this.records.get(key)?.failure;
  }

  async done(key: string, value?: unknown): Promise<void> {
    await this.write({ key, ...(value === undefined ? {} : { value }) });
  }

  /** Answers what a step answers when the pull goes on. */
  async failed(key: string, failure: Failure): Promise<undefined> {
    await this.write({ key, failure });
    return undefined;
  }

  async clear(): Promise<void> {
    this.records.clear();
    await this.database.jobs.clear();
  }

  private async write(record: JobRecord): Promise<void> {
    this.records.set(record.key, record);
    await this.database.jobs.put(record);
  }
}
