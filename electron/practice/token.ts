import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Answer, Call, Route } from './call.ts';
import { refuseToken } from './errors.ts';
import { provider } from './seed/provider.ts';
import type { State } from './state.ts';

/** Seconds an access token lives. */
export const TOKEN_SECONDS = 3_600;
const RETIRED_AUDIENCE = 'https://graph.windows.net';
const audiences = [
  'https://api.partnercenter.microsoft.com',
  'https://partner.partnercenterapi.microsoftonline.cn',
  'https://api.partner.microsoft.com',
];

const claimsSchema = z.object({ aud: z.string(), exp: z.number(), token: z.number(), signIn: z.number() });

/** A text sealed with the key of the state, for one purpose: nobody else can make it. */
export function seal(state: State, purpose: string, text: string): string {
  return createHmac('sha256', state.secret).update(`${purpose} ${text}`).digest('base64url');
}

/** Compares in the same time wherever two texts differ. */
export function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** An access token for an audience. It carries its own claims, so it outlives a restart on the same state. */
export function issueToken(state: State, audience: string, now: Date): string {
  const { tokenGeneration, signInGeneration } = state.conditions;
  const claims = {
    aud: audience,
    exp: now.getTime() + TOKEN_SECONDS * 1_000,
    token: tokenGeneration,
    signIn: signInGeneration,
    jti: randomUUID(),
  };
  const text = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${text}.${seal(state, 'access', text)}`;
}

/** How a bearer token stands: good, or why not. */
export function checkToken(state: State, token: string, now: Date): 'good' | 'unknown' | 'expired' | 'retired-audience' {
  const [text = '', signature = ''] = token.split('.');
  if (!isSame(signature, seal(state, 'access', text))) return 'unknown';
  const claims = claimsSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  if (claims.aud === RETIRED_AUDIENCE) return 'retired-audience';
  const { oldestToken, oldestSignIn } = state.conditions;
  const isExpired = claims.exp <= now.getTime() || claims.token < oldestToken || claims.signIn < oldestSignIn;
  return isExpired ? 'expired' : 'good';
}

/** The refresh token a sign-in gives now. */
export function currentRefreshToken(state: State): string {
  const generation = String(state.conditions.signInGeneration);
  return `practice-${generation}-${seal(state, 'refresh', generation)}`;
}

function refreshTokenStands(state: State, token: string): 'good' | 'unknown' | 'old' {
  const [, generation = '', signature = ''] = /^practice-(\d{1,6})-(.+)$/u.exec(token) ?? [];
  if (generation === '' || !isSame(signature, seal(state, 'refresh', generation))) return 'unknown';
  return Number(generation) < state.conditions.oldestSignIn ? 'old' : 'good';
}

function grant(call: Call, resource: string): Answer {
  const seconds = Math.floor(call.now.getTime() / 1_000);
  return {
    status: 200,
    headers: { 'Cache-Control': 'no-store' },
    body: {
      token_type: 'Bearer',
      expires_in: String(TOKEN_SECONDS),
      ext_expires_in: String(TOKEN_SECONDS),
      expires_on: String(seconds + TOKEN_SECONDS),
      not_before: String(seconds),
      resource,
      access_token: issueToken(call.state, resource, call.now),
      refresh_token: currentRefreshToken(call.state),
    },
  };
}

function answerToken(call: Call): Answer {
  const form = new URLSearchParams(typeof call.body === 'string' ? call.body : '');
  const [grantType, resource] = [form.get('grant_type'), form.get('resource')];
  if (call.params.tenantId?.toLowerCase() !== provider.tenantId) {
    return refuseToken(400, 'invalid_request', 90002, 'Tenant not found.');
  }
  if (grantType === null) return refuseToken(400, 'invalid_request', 900144, "The request body must contain 'grant_type'.");
  if (grantType !== 'refresh_token')
    return refuseToken(400, 'unsupported_grant_type', 70003, `Grant type '${grantType.slice(0, 40)}' is not supported here.`);
  if (form.get('client_id')?.toLowerCase() !== provider.clientId)
    return refuseToken(401, 'invalid_client', 700016, 'Application not found in the directory.');
  const stand = refreshTokenStands(call.state, form.get('refresh_token') ?? '');
  if (stand === 'unknown') return refuseToken(400, 'invalid_grant', 9002313, 'The refresh token is malformed or unknown.');
  if (stand === 'old')
    return refuseToken(400, 'interaction_required', 50076, 'Multi-factor authentication is required: sign in again.');
  if (resource === null || ![...audiences, RETIRED_AUDIENCE, call.origin].includes(resource.replace(/\/$/u, ''))) {
    return refuseToken(400, 'invalid_resource', 500011, 'The resource was not found in the directory.');
  }
  return grant(call, resource.replace(/\/$/u, ''));
}

/** acquire-token. The former audience still gets a token, which the API then refuses with 401/900420. */
export const tokenRoutes: readonly Route[] = [
  { method: 'POST', path: '/:tenantId/oauth2/token', scenario: 'acquire-token', isOpen: true, answer: answerToken },
];
