import { describe, expect, it } from 'vitest';
import { oneAtATime } from '../../../renderer/platform/one-at-a-time.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Questions whose answers the test gives. */
function desk() {
  const open: PromiseWithResolvers<string>[] = [];
  const heard: unknown[] = [];
  const asking = oneAtATime(() => {
    const question = Promise.withResolvers<string>();
    open.push(question);
    return question.promise;
  }, (answer) => void heard.push(answer));
  const answer = async (how: (question: PromiseWithResolvers<string>) => void): Promise<void> => {
    const question = open.at(-1);
    if (question === undefined) throw new Error('nothing was asked');
    how(question);
    await turn();
  };
  return { asking, heard, answer, asked: () => open.length };
}

describe('a question asked again and again', () => {
  it('is on its way once, and once more for all that came meanwhile', async () => {
    const { asking, heard, answer, asked } = desk();
    for (let count = 0; count < 5; count += 1) asking.ask();
    await turn();
    expect(asked()).toBe(1);
    await answer(({ resolve }) => resolve('one'));
    expect([asked(), heard]).toEqual([2, [{ value: 'one' }]]);
    await answer(({ resolve }) => resolve('two'));
    expect([asked(), heard]).toEqual([2, [{ value: 'one' }, { value: 'two' }]]);
    asking.ask();
    expect(asked()).toBe(3);
  });

  it('goes on after an error, and is not heard of after it was stopped', async () => {
    const { asking, heard, answer, asked } = desk();
    asking.ask();
    await answer(({ reject }) => reject(new Error('trouble')));
    expect(heard).toEqual([{ error: new Error('trouble') }]);
    asking.ask();
    asking.ask();
    asking.stop();
    await answer(({ resolve }) => resolve('late'));
    expect([asked(), heard.length]).toEqual([2, 1]);
  });
});
