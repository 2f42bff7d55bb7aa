import type { Rule } from '../rule.ts';

const advice = 'wait for the condition instead (vi.waitFor, expect.poll, findBy…)';

/** No test waits a fixed time: it is slow when it works and wrong when the machine is busy. */
export const noFixedWaitsRule: Rule = {
  create(context) {
    return {
      ImportDeclaration(node) {
        if (node.source.value !== 'node:timers/promises' && node.source.value !== 'timers/promises') return;
        context.report({ node, message: `Timer promises are fixed waits: ${advice}` });
      },
      CallExpression(node) {
        const { callee } = node;
        if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
        const isAtomicsWait =
          callee.object.type === 'Identifier' && callee.object.name === 'Atomics' && callee.property.name === 'wait';
        if (callee.property.name === 'waitForTimeout' || isAtomicsWait) {
          context.report({ node, message: `${callee.property.name} is a fixed wait: ${advice}` });
        }
      },
      NewExpression(node) {
        if (node.callee.type !== 'Identifier' || node.callee.name !== 'Promise') return;
        const executor = node.arguments[0];
        if (executor?.type !== 'ArrowFunctionExpression' && executor?.type !== 'FunctionExpression') return;
        const resolve = executor.params[0];
        if (resolve?.type !== 'Identifier' || executor.body === null) return;
        const body = context.sourceCode.getText(executor.body);
        // A guard that only rejects when time is up is allowed: it never makes a passing test wait.
        const settlesByTimer = new RegExp(String.raw`\bsetTimeout\(\s*(?:\(\)\s*=>\s*\{?\s*)?${resolve.name}\b`);
        if (!settlesByTimer.test(body)) return;
        context.report({ node, message: `A promise settled by setTimeout is a fixed wait: ${advice}` });
      },
    };
  },
};
