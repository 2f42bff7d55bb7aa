/** Keys put together at run time: `*` stands for each member of a closed list. */
export interface Family {
  readonly keys: string;
  /** Where the list is written: a name declared in a file, or the members themselves. */
  readonly members: readonly string[] | ClosedList;
  /** Members that the code shows by another key. */
  readonly without?: readonly string[];
}

export interface ClosedList {
  readonly file: string;
  /** A constant array or object, a z.enum, a z.discriminatedUnion, or a type that is a union of texts. */
  readonly name: string;
  /** The property that tells the members of a union of objects apart. */
  readonly property?: string;
}

const failures: ClosedList = { file: 'shared/contract/failure.ts', name: 'failureCodes' };
const priceList = 'shared/domain/catalogue/price-list.ts';
const operations = 'shared/sync/operation.ts';
const cartLine = 'shared/domain/cart/cart-line.ts';
const standings: ClosedList = { file: 'shared/domain/partnership/verdict.ts', name: 'verdictStandings' };
const helpTopics: ClosedList = { file: 'renderer/features/resellers/listing/help-topics.ts', name: 'helpTopics' };
const editedFields: ClosedList = { file: 'shared/domain/subscription/subscription-edits.ts', name: 'editedFields' };
const cartSteps = ['products', 'agreement', 'review'];
const renewal = 'shared/domain/renewal';
const endChoices: ClosedList = { file: `${renewal}/choice.ts`, name: 'EndChoice' };
const departure = 'shared/domain/departure/departure.ts';
const purposes = ['customer', 'order'];
/** What the server is asked while a new customer is reviewed. */
const checks = ['address', 'domain'];

/** Every family of keys. A template in `t` that is not listed here is an error, and so is a missing member. */
export const families: readonly Family[] = [
  { keys: 'failure.*.what', members: failures },
  { keys: 'failure.*.do', members: failures },
  { keys: 'journal.*', members: { file: 'shared/domain/journal/journal-entry.ts', name: 'journalEvents' } },
  { keys: 'briefcase.part.*', members: { file: 'shared/domain/briefcase/readiness.ts', name: 'readinessParts' } },
  { keys: 'briefcase.why.*', members: { file: 'shared/domain/briefcase/readiness.ts', name: 'endReasons' } },
  { keys: 'briefcase.state.*', members: { file: 'renderer/features/briefcase/briefcase-view.ts', name: 'shownStates' } },
  { keys: 'briefcase.phase.*', members: { file: 'shared/ports/briefcase.ts', name: 'briefcasePhases' } },
  { keys: 'collection.*', members: { file: 'shared/ports/mirror.ts', name: 'CollectionName' } },
  { keys: 'operation.title.*', members: { file: operations, name: 'stepsOf' }, without: ['place-order', 'change-subscription'] },
  { keys: 'operation.edit.*', members: editedFields, without: ['scheduled'] },
  { keys: 'edit.field.*', members: editedFields },
  { keys: 'edit.atEnd.*', members: ['renew', 'extend', 'cancel', 'off'] },
  { keys: 'bulk.atEnd.*', members: endChoices },
  { keys: 'ending.preview.send.*', members: ['noted', 'on', 'off', 'extend', 'cancel'] },
  { keys: 'outbox.versions.*', members: ['field', 'base', 'mine', 'server', 'choice'] },
  { keys: 'outbox.next.*', members: { file: 'renderer/features/outbox/next-step.tsx', name: 'NextStepKind' } },
  { keys: 'operation.waiting.*', members: { file: operations, name: 'WaitReason' } },
  {
    keys: 'operation.state.*', members: { file: operations, name: 'OperationState', property: 'name' },
    without: ['waiting', 'refused', 'done'],
  },
  { keys: 'sync.*', members: ['needs-you', 'waiting'] },
  { keys: 'resellerChoice.*.question', members: purposes },
  { keys: 'resellerChoice.*.directTitle', members: purposes },
  { keys: 'resellerChoice.*.directText', members: purposes },
  { keys: 'resellerChoice.*.directConfirm', members: purposes },
  {
    // ResellerChoiceError and TypedMistake
    keys: 'resellerChoice.error.*',
    members: ['missing', 'not-confirmed', 'not-in-list', 'no-partner-id', 'own-partner-id', 'not-an-id', 'not-good', 'not-verified'],
  },
  { keys: 'newCustomer.step.*', members: { file: 'renderer/features/customers/new/customer-fields.ts', name: 'steps' } },
  { keys: 'newCustomer.check.*Later', members: checks },
  { keys: 'newCustomer.check.*Asking', members: checks },
  { keys: 'newCustomer.check.*Failed', members: checks },
  {
    keys: 'newCustomer.duplicate.why.*',
    members: { file: 'shared/domain/customer/duplicates.ts', name: 'duplicateReasons' },
  },
  { keys: 'customer.*', members: { file: 'renderer/features/customers/column-choice.tsx', name: 'customerColumns' } },
  { keys: 'newCustomer.prefix.*', members: ['looking', 'none', 'free', 'unchecked'] },
  { keys: 'newCustomer.duplicate.where.*', members: ['list', 'outbox', 'draft'] },
  { keys: 'bulk.kind.*', members: { file: 'shared/domain/bulk/wish.ts', name: 'bulkKinds' } },
  { keys: 'bulk.title.*', members: ['reseller', 'replace', 'contact', 'table', 'undo'] },
  { keys: 'bulk.step.*', members: { file: 'renderer/features/subscriptions/bulk/bulk-choice.ts', name: 'bulkSteps' } },
  { keys: 'bulk.line.*', members: { file: 'shared/domain/bulk/read-changes.ts', name: 'lineProblems' } },
  { keys: 'upgrade.effect.*', members: { file: 'renderer/features/subscriptions/upgrade-choice.ts', name: 'upgradeEffects' } },
  { keys: 'bulk.why.*', members: { file: 'shared/domain/bulk/plan.ts', name: 'rowProblems' } },
  { keys: 'bulk.note.*', members: { file: 'shared/domain/bulk/plan.ts', name: 'rowNotes' } },
  { keys: 'bulk.outcome.*', members: { file: 'shared/domain/bulk/outcomes.ts', name: 'rowOutcomes' } },
  { keys: 'bulk.column.*', members: { file: 'shared/domain/bulk/change-table.ts', name: 'tableColumns' } },
  { keys: 'bulk.preview.part.*', members: { file: 'renderer/features/subscriptions/bulk/preview-page.tsx', name: 'shownParts' } },
  { keys: 'bulk.batch.state.*', members: ['over', 'paused', 'running', 'offline'] },
  { keys: 'bulk.history.state.*', members: ['asking', 'waiting', 'over'] },
  { keys: 'bulk.file.*', members: ['tooLarge', 'empty', 'noWishes'] },
  { keys: 'step.*', members: { file: operations, name: 'StepName' } },
  { keys: 'journal.kind.*', members: { file: operations, name: 'stepsOf' } },
  { keys: 'journal.standing.*', members: { file: 'shared/domain/partnership/verdict.ts', name: 'verdictStandings' } },
  { keys: 'journal.purpose.*', members: { file: 'shared/domain/letter/letter.ts', name: 'letterPurposes' } },
  { keys: 'journal.whom.*', members: ['reseller', 'customers'] },
  {
    keys: 'journal.decision.*',
    members: ['accept', 'use-address', 'keep-address', 'drop-lines', 'send-again', 'retry', 'adopt-customer', 'keep-fields'],
  },
  { keys: 'catalogue.segment.*', members: { file: 'shared/domain/catalogue/offer.ts', name: 'Segment' } },
  { keys: 'catalogue.segmentHint.*', members: { file: 'shared/domain/catalogue/offer.ts', name: 'Segment' } },
  { keys: 'catalogue.kind.*', members: { file: 'renderer/features/catalogue/catalogue-view-store.ts', name: 'offerKinds' } },
  { keys: 'carts.term.*', members: { file: cartLine, name: 'TermDuration' } },
  { keys: 'carts.cycle.*', members: { file: cartLine, name: 'BillingCycle' } },
  { keys: 'carts.per.*', members: { file: cartLine, name: 'BillingCycle' } },
  { keys: 'carts.perSeat.*', members: { file: cartLine, name: 'BillingCycle' } },
  { keys: 'term.*', members: { file: cartLine, name: 'TermDuration' } },
  { keys: 'ending.fate.*', members: { file: `${renewal}/end-of-term.ts`, name: 'fates' } },
  { keys: 'ending.fateShort.*', members: { file: `${renewal}/end-of-term.ts`, name: 'fates' } },
  { keys: 'ending.points.*', members: { file: `${renewal}/end-of-term.ts`, name: 'openPoints' } },
  { keys: 'ending.why.*', members: { file: `${renewal}/renewal-price.ts`, name: 'unknownCosts' } },
  { keys: 'ending.decision.*', members: endChoices },
  { keys: 'ending.menu.*', members: endChoices },
  { keys: 'ending.preview.title.*', members: endChoices },
  { keys: 'ending.preview.what.*', members: endChoices },
  { keys: 'ending.preview.problem.*', members: ['over', 'suspended', 'trial', 'not-extended', 'cancelling', 'upgrading'] },
  { keys: 'ending.preview.note.*', members: { file: 'renderer/features/subscriptions/ending/end-effects.ts', name: 'endNotes' } },
  { keys: 'ending.column.*', members: ['customer', 'product', 'seats', 'fate', 'decision', 'readAt'] },
  {
    keys: 'ending.csv.*', members: { file: 'renderer/features/subscriptions/ending/ending-table.ts', name: 'columns' },
    without: ['customer', 'product', 'seats', 'fate', 'decision', 'readAt'],
  },
  { keys: 'home.envelopeState.*', members: ['sealed', 'revealed'] },
  { keys: 'settings.runtimeIs.*', members: ['electron', 'chromium'] },
  { keys: 'account.kind.*', members: { file: 'shared/domain/account.ts', name: 'AccountKind' } },
  { keys: 'carts.totalPer.*', members: { file: cartLine, name: 'BillingCycle' } },
  { keys: 'carts.step.*', members: cartSteps },
  { keys: 'carts.goTo.*', members: cartSteps },
  { keys: 'quote.problem.*', members: { file: 'shared/domain/quote/quote-rules.ts', name: 'quoteProblems' } },
  { keys: 'quote.warning.*', members: { file: 'shared/domain/quote/quote-rules.ts', name: 'quoteWarnings' } },
  { keys: 'quote.change.*', members: { file: 'shared/domain/quote/quote-changes.ts', name: 'QuoteChange', property: 'kind' } },
  { keys: 'carts.segment.*', members: { file: 'shared/domain/catalogue/offer.ts', name: 'Segment' }, without: ['commercial'] },
  {
    keys: 'carts.further.wrong.*',
    members: [
      'format', 'additional-region', 'additional-too-many', 'additional-without-reseller', 'additional-own', 'additional-is-reseller',
      'additional-twice',
    ],
  },
  { keys: 'carts.notAdded.*', members: ['no-terms', 'already-in-cart', 'needs-base', 'wrong-base'] },
  { keys: 'carts.seatsWrong.*', members: ['product', 'trial', 'business-family'] },
  { keys: 'departure.topic.*', members: { file: departure, name: 'departureTopics' } },
  { keys: 'departure.finding.*', members: { file: departure, name: 'departureFindings' } },
  { keys: 'departure.summary.*', members: { file: departure, name: 'departureColours' } },
  { keys: 'departure.fix.*', members: { file: departure, name: 'DepartureFix', property: 'kind' }, without: ['step'] },
  { keys: 'cartProblem.*', members: { file: 'shared/domain/cart/cart-rules.ts', name: 'cartProblemCodes' } },
  { keys: 'billing.*', members: ['unknown', 'monthly', 'annual', 'triennial', 'one_time', 'none'] },
  { keys: 'ui.stepState.*', members: ['done', 'attention'] },
  { keys: 'envelopes.stateIs.*', members: ['prepared', 'sealed', 'revealed', 'handed-over', 'void'] },
  { keys: 'customerUsers.stateIs.*', members: ['active', 'inactive'] },
  { keys: 'envelopes.filter.*', members: { file: 'renderer/features/envelopes/envelope-filter.ts', name: 'envelopeFilters' } },
  { keys: 'outbox.step.*', members: { file: operations, name: 'StepName' } },
  { keys: 'outbox.stepState.*', members: { file: 'renderer/features/outbox/step-states.ts', name: 'StepShown' } },
  { keys: 'outbox.decision.*', members: ['product', 'what', 'before', 'now', 'difference', 'choice'] },
  { keys: 'outbox.decision.choose.*', members: { file: 'renderer/features/outbox/difference-table.tsx', name: 'lineChoices' } },
  { keys: 'outbox.decision.promotion.*', members: { file: 'shared/domain/catalogue/promotion.ts', name: 'PromotionRefusal' } },
  {
    keys: 'outbox.decision.field.*',
    members: [
      'quantity', 'termDuration', 'billingCycle', 'partnerId', 'participants', 'currency', 'catalogItemId', 'addonOf', 'promotion',
      'customTermEnd', 'renewsTo', 'missing',
    ],
  },
  { keys: 'fieldError.*', members: { file: 'shared/domain/customer/customer-rules.ts', name: 'customerFieldErrors' } },
  // Statuses as the service writes them (enums of the published contract); an unknown one is shown as it came.
  { keys: 'order.statusIs.*', members: ['unknown', 'completed', 'pending', 'cancelled'] },
  { keys: 'order.column.*', members: { file: 'renderer/features/orders/order-table.ts', name: 'orderColumns' } },
  { keys: 'order.provisioningIs.*', members: ['fulfilled', 'unfulfilled', 'prefulfillmentpending'] },
  {
    keys: 'subscription.statusIs.*',
    members: ['none', 'active', 'pending', 'suspended', 'deleted', 'expired', 'disabled'],
  },
  { keys: 'subscription.filedAs.productType.*', members: ['onlineservicesnce'] },
  { keys: 'subscription.filedAs.unitType.*', members: ['licenses', 'none', 'usagebased'] },
  { keys: 'subscription.filedAs.billingType.*', members: ['none', 'usage', 'license', 'benefit'] },
  { keys: 'subscription.filedAs.contractType.*', members: ['subscription', 'productkey', 'redemptioncode'] },
  { keys: 'subscription.filedAs.actions.*', members: ['edit', 'cancel'] },
  { keys: 'subscription.column.*', members: { file: 'renderer/features/subscriptions/subscription-cells.ts', name: 'subscriptionColumns' } },
  { keys: 'upgrade.into.*', members: { file: 'renderer/text/upgrade-words.ts', name: 'intoCodes' } },
  { keys: 'subscription.blocked.*', members: { file: 'renderer/features/subscriptions/edit-props.ts', name: 'blocks' } },
  { keys: 'subscription.seatProblem.*', members: { file: 'shared/domain/subscription/seat-rules.ts', name: 'seatProblems' } },
  {
    keys: 'subscription.nextTermProblem.*',
    members: { file: 'shared/domain/subscription/next-term.ts', name: 'nextTermProblems' }, without: ['seats'],
  },
  { keys: 'subscription.atEnd.*', members: ['renews', 'extends', 'grace', 'ends', 'trial-ends'] },
  { keys: 'subscription.effect.*', members: ['more', 'fewer', 'list', 'practiceList'] },
  { keys: 'subscription.effect.*Now', members: ['more', 'fewer'] },
  { keys: 'subscription.pick.*', members: { file: 'renderer/features/subscriptions/reseller-pick.ts', name: 'pickMistakes' } },
  { keys: 'customer.relationshipIs.*', members: ['unknown', 'none', 'reseller', 'advisor', 'microsoft_support'] },
  { keys: 'agreement.choice.*', members: { file: 'shared/domain/customer/agreement-ways.ts', name: 'agreementChoices' } },
  { keys: 'agreement.wayIs.*', members: { file: 'shared/domain/customer/agreement-ways.ts', name: 'agreementWays' } },
  // As the service writes them; the ones that cannot be asked for are shown too.
  { keys: 'qualification.name.*', members: ['education', 'governmentcommunitycloud', 'stateownedentity', 'nonprofit'] },
  { keys: 'qualification.segmentIs.*', members: ['K12', 'HigherEducation'] },
  { keys: 'qualification.missing.*', members: ['educationSegment', 'validationCode'] },
  { keys: 'qualification.hint.*', members: { file: 'shared/domain/customer/qualification.ts', name: 'requestableQualifications' } },
  { keys: 'qualification.vetting.*', members: ['in-review', 'approved', 'denied', 'unknown'] },
  { keys: 'verdict.*.what', members: standings },
  { keys: 'verdict.*.means', members: standings },
  { keys: 'verdict.*.do', members: standings },
  { keys: 'verdict.*.short', members: standings },
  { keys: 'reseller.writeAbout.*', members: standings, without: ['good'] },
  {
    keys: 'resellerFlag.*', members: { file: 'shared/domain/partnership/reseller-standing.ts', name: 'resellerStandingNames' },
    without: ['ok', 'unknown'],
  },
  { keys: 'reseller.filter.*', members: { file: 'renderer/features/resellers/reseller-search.ts', name: 'resellerFilters' } },
  { keys: 'reseller.tab.*', members: { file: 'renderer/features/resellers/reseller-detail.tsx', name: 'tabs' } },
  { keys: 'listing.vettingIs.*', members: { file: 'renderer/features/resellers/listing/listing-page.tsx', name: 'vettingStatuses' } },
  { keys: 'radar.state.*', members: ['running', 'stopped', 'done'] },
  { keys: 'resellerHistory.removal.*', members: ['attested', 'portal-opened', 'gone', 'withdrawn'] },
  { keys: 'resellerHelp.*.question', members: helpTopics },
  { keys: 'resellerHelp.*.answer', members: helpTopics },
  { keys: 'resellerHelp.*.page', members: helpTopics },
  { keys: 'letter.title.*', members: { file: 'shared/domain/letter/letter.ts', name: 'letterPurposes' }, without: ['partnership-request'] },
  { keys: 'letter.handedOver.*', members: ['mailto', 'draft', 'copy'] },
  { keys: 'letter.handedOverAgain.*', members: ['mailto', 'draft', 'copy'] },
  { keys: 'letter.link.*', members: ['intact', 'altered', 'missing'] },
  {
    keys: 'letter.standing.*',
    members: ['mail-recipient-invalid', 'mail-subject-invalid', 'mail-body-invalid', 'link-unknown', 'places-open', 'too-many'],
  },
  { keys: 'candidate.problem.*', members: { file: 'shared/domain/partnership/candidates.ts', name: 'candidateProblemCodes' } },
  { keys: 'partnershipRequest.step.*', members: { file: 'renderer/features/resellers/request/request-draft.ts', name: 'requestSteps' } },
  { keys: 'partnershipRequest.import.*', members: ['file-too-large', 'nothing-found'] },
  { keys: 'partnershipRequest.standing.*', members: { file: 'shared/domain/partnership/request.ts', name: 'requestStandings' } },
  { keys: 'priceLists.kindIs.*', members: { file: priceList, name: 'priceListKinds' } },
  { keys: 'priceLists.problem.*', members: { file: priceList, name: 'rowProblems' } },
  { keys: 'priceLists.segmentIs.*', members: { file: 'shared/domain/catalogue/offer.ts', name: 'Segment' } },
  { keys: 'removal.point.*', members: { file: 'shared/domain/partnership/removal.ts', name: 'removalPoints' } },
  { keys: 'removal.step.*', members: { file: 'renderer/features/resellers/removal/removal-steps.ts', name: 'removalSteps' } },
];
