// Budget of what the window loads at start: node build/checks/size.mjs [--if-built] [folder]
import { report } from './finding.ts';
import { checkSize } from './size/check-size.ts';

const [folder = 'out/renderer'] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
report('size', checkSize(folder, process.argv.includes('--if-built')));
