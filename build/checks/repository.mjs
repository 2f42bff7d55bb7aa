// What no file of the repository may hold: node build/checks/repository.mjs [root]
import { report } from './finding.ts';
import { checkRepository } from './repository/check-repository.ts';
import { trackedFiles } from './repository/tracked-files.ts';

const root = process.argv[2] ?? process.cwd();
report('repository', checkRepository(root, trackedFiles(root)));
