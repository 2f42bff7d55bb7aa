import type { Rule } from '../rule.ts';

/** `value as unknown as Other` and `value as any` switch the type checker off without a trace: parse or narrow instead. */
export const noDoubleAssertionRule: Rule = {
  create(context) {
    return {
      TSAsExpression(node) {
        if (node.expression.type !== 'TSAsExpression' && node.typeAnnotation.type !== 'TSAnyKeyword') return;
        context.report({ node, message: 'An assertion over an assertion checks nothing: parse the value, or narrow it' });
      },
    };
  },
};
