import type { Rule } from '../rule.ts';
import { pathOf } from '../rule.ts';

/** A migration imports nothing of ours: living code changes, and an old migration must not change with it. */
export const frozenMigrationsRule: Rule = {
  create(context) {
    if (!/\/migrations\/[^/]+\.ts$/.test(pathOf(context))) return {};
    return {
      ImportDeclaration(node) {
        if (!node.source.value.startsWith('.')) return;
        const { value } = node.source;
        context.report({ node, message: `A migration imports nothing of ours ('${value}'): copy what it needs into it` });
      },
    };
  },
};
