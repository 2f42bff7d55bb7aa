import { isBefore, pastMoment } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { Reseller } from '../../../shared/domain/reseller/reseller.ts';
import { readDocument, writeDocument } from './mirror-database.ts';
import type { MirrorDatabase } from './mirror-database.ts';
import type { StatusBoard } from './status-board.ts';

/** The list of resellers and its age, replaced together: by a pull, or by a reading of its own beside one. */
export class ResellerList {
  private readonly database: MirrorDatabase;
  private readonly board: StatusBoard;
  private readonly now: () => Instant;
  private readonly replaced: () => void;
  private replacing: Promise<void> = Promise.resolve();

  /** `replaced`: hears at once of another list. */
  constructor(database: MirrorDatabase, board: StatusBoard, now: () => Instant, replaced: () => void) {
    this.replaced = replaced;
    this.database = database;
    this.board = board;
    this.now = now;
  }

  /** A list that is being replaced and its age are told together. */
  async rows(): Promise<readonly Reseller[]> {
    await this.replacing;
    return (await readDocument(this.database, 'resellers')) ?? [];
  }

  /** Takes a complete list as the server had it at `at`; one that is older than ours is let go by. */
  replace(resellers: readonly Reseller[], at: Instant): Promise<void> {
    const replaced = this.replacing.then(async () => {
      const pulledAt = pastMoment(this.board.status.collections.resellers.pulledAt, this.now());
      if (pulledAt !== undefined && isBefore(at, pulledAt)) return;
      await writeDocument(this.database, 'resellers', resellers);
      this.replaced();
      await this.board.complete('resellers', resellers.length, at);
      this.board.changed('resellers');
    });
    this.replacing = replaced.catch(() => undefined);
    return replaced;
  }
}
