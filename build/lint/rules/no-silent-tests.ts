import type { Rule } from '../rule.ts';

const testFunctions = new Set(['describe', 'it', 'suite', 'test', 'bench']);
const silencing = new Set(['only', 'skip', 'skipIf', 'runIf', 'todo']);
const silentNames = new Set(['fdescribe', 'fit', 'xdescribe', 'xit', 'xtest']);

/** No test is skipped, planned or run alone: a test that does not run proves nothing. */
export const noSilentTestsRule: Rule = {
  create(context) {
    return {
      MemberExpression(node) {
        if (node.computed || node.property.type !== 'Identifier' || !silencing.has(node.property.name)) return;
        let root = node.object;
        while (root.type === 'MemberExpression') root = root.object;
        if (root.type !== 'Identifier' || !testFunctions.has(root.name)) return;
        context.report({ node, message: `.${node.property.name} keeps tests from running: remove it or the test` });
      },
      CallExpression(node) {
        if (node.callee.type !== 'Identifier' || !silentNames.has(node.callee.name)) return;
        context.report({ node, message: `${node.callee.name} keeps tests from running: remove it or the test` });
      },
    };
  },
};
