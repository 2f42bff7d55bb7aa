import type { Context, Rule } from '../rule.ts';
import { isAt, pathOf } from '../rule.ts';

type Reported = Extract<Parameters<Context['report']>[0], { node: unknown }>['node'];

const pureFolders = ['shared/domain/', 'shared/sync/'];

/** Rules of the business are values in, values out: they never wait and never look at the clock themselves. */
export const pureRulesRule: Rule = {
  create(context) {
    const path = pathOf(context);
    if (!pureFolders.some((folder) => isAt(path, folder))) return {};
    const refuseAsync = (node: Reported, isAsync: boolean) => {
      if (isAsync) context.report({ node, message: 'No async function here: rules are values in, values out' });
    };
    return {
      FunctionDeclaration: (node) => refuseAsync(node, node.async),
      FunctionExpression: (node) => refuseAsync(node, node.async),
      ArrowFunctionExpression: (node) => refuseAsync(node, node.async),
      NewExpression(node) {
        if (node.callee.type !== 'Identifier' || node.callee.name !== 'Date' || node.arguments.length > 0) return;
        context.report({ node, message: 'No look at the clock here: take the instant as an argument' });
      },
    };
  },
};
