import { describe, expect, it } from 'vitest';
import { agreementOf, agreementTextOf, wayIn } from '../../../renderer/features/carts/agreement-text.ts';
import { agreementChoiceOf, waysOf } from '../../../shared/domain/customer/agreement-ways.ts';

const person = { firstName: 'Anna', lastName: 'Bianchi', email: 'anna@bianchi.example', phoneNumber: '' };

describe('how the agreement is seen to', () => {
  it('is an invitation for a new account, both for practice, and what the setting says', () => {
    expect(agreementChoiceOf(undefined, 'public')).toBe('invite');
    expect(agreementChoiceOf('', 'us-government')).toBe('invite');
    expect(agreementChoiceOf(undefined, 'practice')).toBe('both');
    expect(agreementChoiceOf('attest', 'public')).toBe('attest');
    expect(agreementChoiceOf('junk', 'practice')).toBe('both');
    expect([waysOf('invite'), waysOf('attest'), waysOf('both')]).toEqual([['invite'], ['attest'], ['attest', 'invite']]);
  });

  it('goes on with the way that was chosen while it is allowed', () => {
    expect(wayIn({ way: 'invite' }, ['attest', 'invite'])).toBe('invite');
    expect(wayIn({ way: 'attest' }, ['invite'])).toBe('invite');
    expect(wayIn(undefined, ['attest', 'invite'])).toBe('attest');
  });

  it('needs a day to attest, and none to invite', () => {
    const text = agreementTextOf(person);
    expect(agreementOf(text, 'attest')).toBeUndefined();
    expect(agreementOf(text, 'invite')).toEqual({ kind: 'invited', contact: person });
    expect(agreementOf({ ...text, dateAgreed: '2024-05-02' }, 'attest')).toMatchObject({ kind: 'to-confirm', contact: person });
    expect(agreementOf({ ...text, dateAgreed: '2999-05-02' }, 'attest')).toBeUndefined();
    expect(agreementOf({ ...text, email: 'anna' }, 'invite')).toBeUndefined();
    expect(agreementOf({ ...text, dateAgreed: '2999-05-02' }, 'invite')).toMatchObject({ kind: 'invited' });
  });
});
