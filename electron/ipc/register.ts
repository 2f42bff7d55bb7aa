import { ipcMain } from 'electron';
import type { IpcMainInvokeEvent } from 'electron';
import type { Handlers } from '../../shared/contract/types.ts';
import type { Logger } from '../log/logger.ts';
import { answerCalls } from './answer-calls.ts';
import type { KnowSender } from './answer-calls.ts';

/** Connects the contract to Electron: the only importer of `ipcMain` (decision D9). */
export const registerCalls = (handlers: Handlers, knowSender: KnowSender<IpcMainInvokeEvent>, log: Logger): void =>
  answerCalls(ipcMain, handlers, knowSender, log);
