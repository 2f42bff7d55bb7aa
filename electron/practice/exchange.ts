import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Call, Route } from './call.ts';
import { refuse, refuseThrottled } from './errors.ts';
import type { RequestFault } from './fault-schemas.ts';
import type { FaultBoard } from './faults.ts';
import type { RequestBudget, RequestLimits } from './throttling.ts';
import type { ScenarioNames, Store } from './store.ts';
import { checkToken } from './token.ts';

/** How an answer goes over the wire; anything but "whole" is a fault. */
export type Delivery = 'whole' | 'half' | 'not-json' | 'none';
/** The answer of one exchange and how it is delivered. */
export interface Outcome {
  readonly answer: Answer;
  readonly delivery: Delivery;
}

/** What an exchange needs besides the call. */
export interface ExchangeContext {
  readonly store: Store;
  readonly faults: FaultBoard;
  readonly budget: RequestBudget;
  /** What the tenant allows while no fault says otherwise. */
  readonly limits: RequestLimits;
  readonly now: () => Date;
  /** Ends every wait when the server closes. */
  readonly closing: AbortSignal;
}

function unauthorised(route: Route, description: string, code = '400'): Answer {
  return route.unauthorised?.(description) ?? refuse(401, code, description);
}

function refuseToken(call: Call, route: Route): Answer | undefined {
  if (route.isOpen === true) return undefined;
  const token = /^bearer\s+(\S+)$/iu.exec(call.header('authorization') ?? '')?.[1];
  if (token === undefined) return unauthorised(route, 'The partner token is missing.', '800001');
  const stand = checkToken(call.state, token, call.now);
  if (stand === 'good') return undefined;
  if (stand === 'retired-audience') return unauthorised(route, 'The token was made for a retired audience.', '900420');
  return unauthorised(
    route,
    stand === 'expired' ? 'Access denied: the token has expired.' : 'Access denied: the token is not known.',
  );
}

/** The narrow and the broad scenario of a call. */
export function namesOf(call: Call, route: Route): ScenarioNames {
  return { scenario: route.variant?.(call) ?? route.scenario, family: route.scenario };
}

/** The calls that sign in are those of another host: they do not count. */
function secondsToWait(call: Call, route: Route, { budget, limits }: ExchangeContext): number | undefined {
  if (route.isOpen === true) return undefined;
  const request = { customerId: call.params['customerId'], isWrite: call.method !== 'GET' && call.method !== 'HEAD' };
  return budget.take(request, call.state.conditions.limits ?? limits, call.now);
}

function act(call: Call, route: Route, names: ScenarioNames, context: ExchangeContext): Answer {
  const { store } = context;
  const wait = secondsToWait(call, route, context);
  if (wait !== undefined) return refuseThrottled(wait);
  const refusal = refuseToken(call, route);
  if (refusal !== undefined) return refusal;
  const again = store.recalled(call, names);
  if (again !== undefined) return again;
  const answer = route.answer(call);
  store.commit(call, names, answer);
  return answer;
}

function replaced(fault: RequestFault): Answer | undefined {
  if (fault.kind === 'throttle') return refuseThrottled(fault.retryAfter);
  if (fault.kind !== 'status') return undefined;
  if (fault.body !== undefined) return { status: fault.status, body: fault.body };
  return refuse(fault.status, String(fault.code ?? 800003), fault.description ?? 'Injected fault.');
}

const deliveries: Partial<Record<RequestFault['kind'], Delivery>> = {
  'drop-answer': 'none',
  'cut-body': 'half',
  'malformed-json': 'not-json',
};

/**
 * One exchange: fault before, token, repeated request, the call itself, journal, fault after.
 * `createCall` is asked for the call only when it is about to act, so that a held request acts at its real time.
 */
export async function exchange(context: ExchangeContext, route: Route, createCall: () => Call): Promise<Outcome> {
  const first = createCall();
  const names = namesOf(first, route);
  const met = context.faults.meet({ method: first.method, path: first.path, ...names });
  if (met === undefined) return { answer: act(first, route, names, context), delivery: 'whole' };
  const { fault } = met;
  if (fault.kind === 'refuse-connection') return { answer: { status: 503 }, delivery: 'none' };
  const instead = replaced(fault);
  if (instead !== undefined) return { answer: instead, delivery: 'whole' };
  if (fault.kind === 'slow') await sleep(fault.ms, undefined, { signal: context.closing, ref: false }).catch(() => undefined);
  if (fault.kind === 'hold-before') await context.faults.held(met);
  if (context.closing.aborted) return { answer: { status: 503 }, delivery: 'none' };
  const answer = act(createCall(), route, names, context);
  if (fault.kind === 'hold') await context.faults.held(met);
  return { answer, delivery: deliveries[fault.kind] ?? 'whole' };
}
