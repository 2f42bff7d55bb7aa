import type { Failure } from '../../../shared/contract/failure.ts';
import type { Instant } from '../../../shared/instant.ts';
import type {
  CollectionName, CollectionStatus, MirrorStatus, MirrorTopic, PullProgress,
} from '../../../shared/ports/mirror.ts';
import { readDocument, writeDocument } from './mirror-database.ts';
import type { MirrorDatabase } from './mirror-database.ts';

const PAUSE_MS = 250;

const nothing: MirrorStatus['collections'] = {
  organization: { count: 0 }, resellers: { count: 0 }, customers: { count: 0 },
  associations: { count: 0 }, 'country-rules': { count: 0 }, catalogue: { count: 0 },
};

/** How complete the mirror is, and who wants to know: listeners hear of changes a few times a second at most. */
export class StatusBoard {
  private readonly database: MirrorDatabase;
  private collections = nothing;
  private stopped: Failure | undefined;
  private pull: PullProgress | undefined;
  private readonly listeners = new Set<(topics: readonly MirrorTopic[]) => void>();
  private readonly pending = new Set<MirrorTopic>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  private constructor(database: MirrorDatabase) {
    this.database = database;
  }

  static async open(database: MirrorDatabase): Promise<StatusBoard> {
    const board = new StatusBoard(database);
    const saved = await readDocument(database, 'status');
    board.collections = { ...nothing, ...saved?.collections };
    board.stopped = saved?.stopped;
    return board;
  }

  get status(): MirrorStatus {
    return { collections: this.collections, pull: this.pull, stopped: this.stopped };
  }

  subscribe(listener: (topics: readonly MirrorTopic[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed(...topics: readonly MirrorTopic[]): void {
    for (const topic of topics) this.pending.add(topic);
    if (this.timer === undefined) this.tell();
  }

  /** Where the running pull is; undefined when it has ended. */
  progress(pull: PullProgress | undefined): void {
    this.pull = pull;
    this.changed('status');
  }

  async complete(collection: CollectionName, count: number, pulledAt: Instant): Promise<void> {
    await this.set(collection, { count, pulledAt });
  }

  /** A count that changed outside a pull. */
  async recount(collection: CollectionName, count: number): Promise<void> {
    await this.set(collection, { ...this.collections[collection], count });
  }

  async ended(stopped: Failure | undefined): Promise<void> {
    this.stopped = stopped;
    await this.save();
    this.progress(undefined);
  }

  async clear(): Promise<void> {
    this.collections = nothing;
    await this.ended(undefined);
    this.changed('customers', 'resellers', 'catalogue', 'orders', 'organization', 'country-rules');
  }

  close(): void {
    clearTimeout(this.timer);
    this.listeners.clear();
  }

  private async set(collection: CollectionName, status: CollectionStatus): Promise<void> {
    this.collections = { ...this.collections, [collection]: status };
    await this.save();
    this.changed('status');
  }

  private async save(): Promise<void> {
    const { collections, stopped } = this;
    await writeDocument(this.database, 'status', { collections, stopped });
  }

  private tell(): void {
    const topics = [...this.pending];
    this.pending.clear();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.pending.size > 0) this.tell();
    }, PAUSE_MS);
    for (const listener of this.listeners) listener(topics);
  }
}
