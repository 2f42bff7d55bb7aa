// Walls between the parts of the tree: node build/checks/layers.mjs [root]
import { report } from './finding.ts';
import { checkLayers } from './layers/check-layers.ts';

report('layers', checkLayers(process.argv[2] ?? process.cwd()));
