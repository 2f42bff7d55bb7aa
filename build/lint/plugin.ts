import { closedImportsRule } from './rules/closed-imports.ts';
import { frozenMigrationsRule } from './rules/frozen-migrations.ts';
import { noDoubleAssertionRule } from './rules/no-double-assertion.ts';
import { noFixedWaitsRule } from './rules/no-fixed-waits.ts';
import { noLiteralTextRule } from './rules/no-literal-text.ts';
import { noSilentTestsRule } from './rules/no-silent-tests.ts';
import { oneBridgeRule } from './rules/one-bridge.ts';
import { pureRulesRule } from './rules/pure-rules.ts';

/** Our own lint rules as an oxlint plugin: whatever was said twice in review becomes a rule here, with a test in test/lint. */
export default {
  meta: { name: 'house' },
  rules: {
    'closed-imports': closedImportsRule,
    'frozen-migrations': frozenMigrationsRule,
    'no-double-assertion': noDoubleAssertionRule,
    'no-fixed-waits': noFixedWaitsRule,
    'no-literal-text': noLiteralTextRule,
    'no-silent-tests': noSilentTestsRule,
    'one-bridge': oneBridgeRule,
    'pure-rules': pureRulesRule,
  },
};
