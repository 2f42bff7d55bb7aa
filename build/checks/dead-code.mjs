// Files, exports and dependencies that nothing uses: node build/checks/dead-code.mjs
import { findDeadCode } from './dead-code/find-dead-code.ts';
import { report } from './finding.ts';

report('dead code', findDeadCode(process.cwd()));
