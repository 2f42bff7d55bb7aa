import type { Rule } from '../rule.ts';
import { pathOf } from '../rule.ts';

const bridge = 'renderer/platform/bridge.ts';
const globals = new Set(['window', 'globalThis', 'self']);

/** `window.app` is read in one file, which parses every reply (decision D9). */
export const oneBridgeRule: Rule = {
  create(context) {
    if (pathOf(context) === bridge) return {};
    return {
      MemberExpression(node) {
        if (node.object.type !== 'Identifier' || !globals.has(node.object.name)) return;
        const { property } = node;
        const isApp =
          (property.type === 'Identifier' && !node.computed && property.name === 'app') ||
          (property.type === 'Literal' && property.value === 'app');
        if (isApp) context.report({ node, message: `window.app is read only in ${bridge}: use its bridge` });
      },
    };
  },
};
