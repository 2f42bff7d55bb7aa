import { z } from 'zod';
import { Account } from '../domain/account.ts';
import { LetterParts, LetterPurpose } from '../domain/letter/letter.ts';
import { AccountId, CustomerTenantId, OperationId, ResellerTenantId } from '../ids.ts';
import { Instant } from '../instant.ts';
import { Incoming, Outgoing, ScreenRead } from '../sync/exchange.ts';
import { Nothing, call } from './call.ts';

const AppInfo = z.object({
  version: z.string(),
  runtime: z.enum(['electron', 'chromium']),
  platform: z.string(),
  /** Languages the system prefers, best first, e.g. `['it-IT', 'en-US']`. */
  languages: z.array(z.string()),
  /** Whether the system keeps secrets for us; `none` means tokens live in memory only (decision D8). */
  keychain: z.enum(['os', 'none']),
});
export type AppInfo = z.infer<typeof AppInfo>;

/** `work-offline` is the user's own switch; `no-network` is what the system or the server's silence says. */
export const Connectivity = z.object({
  isOnline: z.boolean(),
  reason: z.enum(['online', 'work-offline', 'no-network']),
});
export type Connectivity = z.infer<typeof Connectivity>;

/** A once-only password in its envelope: all but the password. */
export const Envelope = z.object({
  operationId: OperationId,
  accountId: AccountId,
  customerId: z.string(),
  customerName: z.string(),
  userName: z.string(),
  /** Missing for the credentials of a new customer. */
  origin: z.literal('reset').optional(),
  /** The user whose password was reset. */
  userId: z.string().optional(),
  /**
   * `prepared`: made here, on its way to the server, not to be opened yet. `void`: it was never set, and was destroyed.
   */
  state: z.enum(['prepared', 'sealed', 'revealed', 'handed-over', 'void']),
  sealedAt: Instant,
  /** Of a reset that was given up without a clear answer: the password may be in use, or the one before it. */
  mayBeSet: z.boolean().optional(),
  revealedAt: Instant.optional(),
  handedOverAt: Instant.optional(),
  voidedAt: Instant.optional(),
});
export type Envelope = z.infer<typeof Envelope>;

const EnvelopeKey = z.strictObject({ accountId: AccountId, operationId: OperationId });

/**
 * A letter on its way to the mail client or the clipboard. The link it must carry follows from its purpose and is the one
 * the main process keeps: the window names no address to open, only recipients, subject and text.
 */
const LetterErrand = z.strictObject({
  accountId: AccountId,
  purpose: LetterPurpose,
  /** The reseller a customer is invited to, with `customer-relationship`. */
  resellerId: ResellerTenantId.optional(),
  letter: LetterParts,
});
export type LetterErrand = z.infer<typeof LetterErrand>;

/** The personal link of the account, pasted once from the portal (contract: request-reseller-partnership). */
const AccountLinks = z.object({ partnership: z.string().optional() });
export type AccountLinks = z.infer<typeof AccountLinks>;

/** The printed form of what the window shows: which paper, and how the file is called (without its ending). */
const PdfErrand = z.strictObject({ fileName: z.string().min(1).max(200), paper: z.enum(['A4', 'Letter']) });

/** Pages of the portal that the app leads to, where the service has no call. */
export const portalPages = ['resellers', 'customer'] as const;

/**
 * The whole boundary between the window and the main process. The schema is the declaration: no channel exists
 * without one, and register.ts parses both directions (decision D9).
 */
export const contract = {
  app: {
    info: call({ in: Nothing, out: AppInfo }),
    /** Number on the dock or taskbar: how many things need a person. */
    setBadge: call({ in: z.strictObject({ count: z.number().int().min(0).max(9999) }), out: Nothing }),
    /**
     * Opens an allowed https page in the system's browser (decision D10). With an account also a page that its own server told,
     * which for practice is on this computer.
     */
    openExternal: call({ in: z.strictObject({ url: z.url().max(2000), accountId: AccountId.optional() }), out: Nothing }),
    /** Language of native menus and dialogs. */
    setLanguage: call({ in: z.strictObject({ language: z.enum(['en', 'it']) }), out: Nothing }),
  },
  accounts: {
    list: call({ in: Nothing, out: z.object({ accounts: z.array(Account) }) }),
    /** Starts the practice tenant, signs in and keeps the account. A second call answers the same account. */
    addPractice: call({ in: Nothing, out: Account }),
  },
  connectivity: {
    read: call({ in: Nothing, out: Connectivity }),
    setWorkOffline: call({ in: z.strictObject({ workOffline: z.boolean() }), out: Connectivity }),
    /** How far the clock of the account's server is ahead of this computer's, as its answers told. */
    readServerTime: call({ in: z.strictObject({ accountId: AccountId }), out: z.object({ aheadMs: z.number().int() }) }),
  },
  sync: {
    /** One step of an operation. Always answers how it ended; see Incoming. */
    exchange: call({ in: Outgoing, out: Incoming }),
    read: call({ in: ScreenRead, out: Incoming }),
  },
  pull: {
    /** Asks for a port to read collections from: it arrives as a window message, see preload.ts. */
    open: call({ in: z.strictObject({ accountId: AccountId, pullId: z.uuid() }), out: Nothing }),
  },
  envelopes: {
    list: call({ in: z.strictObject({ accountId: AccountId }), out: z.object({ envelopes: z.array(Envelope) }) }),
    reveal: call({ in: EnvelopeKey, out: z.object({ userName: z.string(), password: z.string(), envelope: Envelope }) }),
    /** Copies without the password passing through the window; the clipboard is cleared after `clearsInSeconds` if still ours. */
    copy: call({
      in: EnvelopeKey.extend({ what: z.enum(['password', 'user-name', 'both']) }),
      out: z.object({ clearsInSeconds: z.number().int() }),
    }),
    /**
     * Saves an encrypted page for the customer where the user chooses; `saved` is missing when the dialog was closed. The
     * passphrase is told this once, the password never passes through the window.
     */
    saveFile: call({
      in: EnvelopeKey.extend({ language: z.enum(['en', 'it']) }),
      out: z.object({ saved: z.object({ fileName: z.string(), passphrase: z.string() }).optional() }),
    }),
    /** The user confirmed the hand-over: the password is destroyed, the record that there was one stays. */
    confirmHandOver: call({ in: EnvelopeKey, out: Envelope }),
    /** The reset it was prepared for was given up: the password is destroyed, unless the server has set it, or may have. */
    giveUp: call({ in: EnvelopeKey.extend({ mayBeSet: z.boolean() }), out: Nothing }),
  },
  links: {
    read: call({ in: z.strictObject({ accountId: AccountId }), out: AccountLinks }),
    /**
     * Keeps the link as pasted; `partnership-link-not-allowed` when it is no page of the account's own portal. A practice tenant
     * tells its link itself, which takes the place of a pasted one at the next read.
     */
    setPartnership: call({ in: z.strictObject({ accountId: AccountId, link: z.string().max(2000) }), out: AccountLinks }),
    /**
     * The link that invites a customer to the provider and a reseller (get-customer-relationship-url): asked of the server
     * when it can be reached and kept, else the one kept before.
     */
    readRelationship: call({
      in: z.strictObject({ accountId: AccountId, resellerId: ResellerTenantId.optional() }),
      out: z.object({ link: z.string(), readAt: Instant }),
    }),
    /** Where a customer accepts the Microsoft Customer Agreement itself; `not-supported` in the clouds that have none. */
    readAgreement: call({ in: z.strictObject({ accountId: AccountId }), out: z.object({ link: z.string() }) }),
  },
  mail: {
    /**
     * Opens a letter in the mail client: as a mailto link, or as a draft file where the link would be too long or the user
     * wants one. Answers what was opened; nothing is ever sent by itself.
     */
    open: call({
      in: LetterErrand.extend({ as: z.enum(['auto', 'draft']) }),
      out: z.object({ openedAs: z.enum(['mailto', 'draft']) }),
    }),
    /** Puts the letter on the clipboard, as plain text and as HTML. */
    copy: call({ in: LetterErrand, out: Nothing }),
    /** Opens a letter with the printed form of the window as a PDF attached, as a draft file. */
    openPdf: call({ in: PdfErrand.extend({ letter: LetterParts }), out: Nothing }),
  },
  pdf: {
    /** Saves the printed form of the window where the user chooses; `saved` is missing when the dialog was closed. */
    save: call({ in: PdfErrand, out: z.object({ saved: z.object({ fileName: z.string() }).optional() }) }),
  },
  portal: {
    /** Opens a page of the account's portal in the browser; the main process knows its address. */
    open: call({
      /** `customerId`: whose page, with `customer`. */
      in: z.strictObject({ accountId: AccountId, page: z.enum(portalPages), customerId: CustomerTenantId.optional() }),
      out: Nothing,
    }),
  },
  files: {
    /** Saves a table as CSV where the user chooses; `saved` is missing when the dialog was closed. */
    saveTable: call({
      in: z.strictObject({ fileName: z.string().regex(/^[^\\/:*?"<>|\p{Cc}]{1,100}\.csv$/u), text: z.string().max(50_000_000) }),
      out: z.object({ saved: z.object({ fileName: z.string() }).optional() }),
    }),
    /** Saves a calendar or a picture where the user chooses; a PNG comes as base64, the others as text. */
    save: call({
      in: z.strictObject({ fileName: z.string().regex(/^[^\\/:*?"<>|\p{Cc}]{1,100}\.(?:ics|svg|png)$/u), content: z.string().max(50_000_000) }),
      out: z.object({ saved: z.object({ fileName: z.string() }).optional() }),
    }),
  },
  clipboard: {
    writeText: call({ in: z.strictObject({ text: z.string().max(100_000) }), out: Nothing }),
  },
  log: {
    /** A bug the window caught: one log for both processes, no personal data. */
    report: call({ in: z.strictObject({ message: z.string().max(2000), stack: z.string().max(8000).optional() }), out: Nothing }),
  },
} as const;

/** What the main process tells the window. */
export const events = {
  'connectivity.changed': Connectivity,
  'server-time.changed': z.object({ accountId: AccountId, aheadMs: z.number().int() }),
  'system.resumed': Nothing,
  'envelopes.changed': Nothing,
  /** A menu entry or a shortcut of the system's menu was chosen. */
  'menu.chosen': z.object({
    command: z.enum(['open-palette', 'new-customer', 'sync-now', 'toggle-work-offline', 'open-settings', 'open-outbox']),
  }),
} as const;

/** Type of the window message that carries a pull's port from the preload script to the page. */
export const pullPortMessage = 'provider-desk:pull-port';
export const PullPortMessage = z.object({ type: z.literal(pullPortMessage), pullId: z.uuid() });
