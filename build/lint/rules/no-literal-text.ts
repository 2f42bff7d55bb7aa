import type { Rule } from '../rule.ts';

const readAttributes = new Set([
  'alt', 'aria-description', 'aria-label', 'aria-placeholder', 'aria-roledescription', 'aria-valuetext', 'hint', 'label',
  'placeholder', 'title', 'validationMessage',
]);
const hasLetters = (text: string): boolean => /\p{L}/u.test(text);
const advice = 'put it into renderer/text/en.json and it.json (decision D14)';

/** Every sentence a person can read comes from the text files: no words in JSX. */
export const noLiteralTextRule: Rule = {
  create(context) {
    return {
      JSXText(node) {
        if (hasLetters(node.value)) context.report({ node, message: `Literal text '${node.value.trim()}': ${advice}` });
      },
      JSXExpressionContainer(node) {
        if (node.parent.type === 'JSXAttribute') return;
        const { expression } = node;
        if (expression.type === 'Literal' && typeof expression.value === 'string' && hasLetters(expression.value)) {
          context.report({ node, message: `Literal text '${expression.value}': ${advice}` });
        }
      },
      JSXAttribute(node) {
        const name = node.name.type === 'JSXIdentifier' ? node.name.name : node.name.name.name;
        if (!readAttributes.has(name) || node.value === null) return;
        const value = node.value.type === 'JSXExpressionContainer' ? node.value.expression : node.value;
        const text =
          value.type === 'Literal' && typeof value.value === 'string' ? value.value
          : value.type === 'TemplateLiteral' ? value.quasis.map((part) => part.value.raw).join('')
          : '';
        if (hasLetters(text)) context.report({ node, message: `Literal text in ${name}: ${advice}` });
      },
    };
  },
};
