/**
 * Version 4, frozen like those before: operations can be found by their revision, a number that every writing of one takes anew,
 * so that a reader asks for no more than what was written since it last looked. Rows of before have none: the store gives them one
 * when it is opened (operation-rows.ts).
 */
export const operationRevisions = {
  version: 4,
  stores: { operations: 'id, revision' },
} as const;
