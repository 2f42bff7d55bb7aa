// Sentences complete, translated and used: node build/checks/text.mjs [root]
import { report } from './finding.ts';
import { checkText } from './text/check-text.ts';
import { families } from './text/families.ts';

report('text', checkText(process.argv[2] ?? process.cwd(), families));
