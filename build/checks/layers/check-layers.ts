import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { z } from 'zod';
import type { Finding } from '../finding.ts';
import type { Import } from '../imports.ts';
import { importsOf } from '../imports.ts';
import { readSources } from '../source-tree.ts';
import { findCycles } from './cycles.ts';
import { nodeZones, packageOf, packages, rendererZones } from './packages.ts';
import type { Place } from './places.ts';
import { placeOf } from './places.ts';
import { wallBetween } from './walls.ts';

const Dependencies = z.record(z.string(), z.unknown()).optional();
const Manifest = z.object({ dependencies: Dependencies, devDependencies: Dependencies });

interface Edge extends Import {
  readonly file: string;
  readonly target: string;
}

/** Checks every import under `root` against the walls and the list of packages, and looks for circles. */
export function checkLayers(root: string): Finding[] {
  const findings: Finding[] = [];
  const edges: Edge[] = [];
  for (const source of readSources(root)) {
    const from = placeOf(source.path);
    for (const one of importsOf(source)) {
      const at = { file: source.path, line: one.line };
      if (!one.specifier.startsWith('.')) {
        const message = packageProblem(from, one);
        if (message !== undefined) findings.push({ ...at, message });
        continue;
      }
      const target = posix.join(posix.dirname(source.path), one.specifier.replace(/\?.*$/, ''));
      edges.push({ ...one, file: source.path, target });
      if (!existsSync(join(root, target))) {
        findings.push({ ...at, message: `no file '${target}': write the real path and extension` });
      }
      const message = wallBetween(from, placeOf(target), one.isTypeOnly);
      if (message !== undefined) findings.push({ ...at, message: `${message} ('${one.specifier}')` });
    }
  }
  return [...findings, ...circles(edges), ...unclassified(root)];
}

function packageProblem(from: Place, { specifier, isTypeOnly }: Import): string | undefined {
  if (isBuiltin(specifier)) {
    const hasNode = nodeZones.includes(from.zone) || isTypeOnly;
    return hasNode ? undefined : `${from.zone} runs without Node: '${specifier}' is not there`;
  }
  const name = packageOf(specifier);
  const zones = packages[name];
  if (zones === undefined) return `'${name}' has no row in build/checks/layers/packages.ts: decide which folders may use it`;
  if (from.zone === 'test' || zones.includes(from.zone)) return undefined;
  const isRendererType = isTypeOnly && rendererZones.includes(from.zone) && zones.some((zone) => rendererZones.includes(zone));
  if (isRendererType) return undefined;
  return `'${name}' is not for ${from.zone} (build/checks/layers/packages.ts says: ${zones.join(', ') || 'tests only'})`;
}

/** Circles of imports that exist at run time; in `shared` circles of types count as well. */
function circles(edges: readonly Edge[]): Finding[] {
  const graph = new Map<string, string[]>();
  for (const edge of edges) {
    if (edge.isTypeOnly && !edge.file.startsWith('shared/')) continue;
    graph.set(edge.file, [...(graph.get(edge.file) ?? []), edge.target]);
  }
  return findCycles(graph).map((cycle) => {
    const [file = '', next = file] = cycle;
    const line = edges.find((edge) => edge.file === file && edge.target === next)?.line ?? 1;
    return { file, line, message: `imports in a circle: ${[...cycle, file].join(' -> ')}` };
  });
}

/** Dependencies without a row, and rows without a dependency. */
function unclassified(root: string): Finding[] {
  const path = join(root, 'package.json');
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  const manifest = Manifest.parse(JSON.parse(text));
  const present = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter((name) => !name.startsWith('@types/'));
  const lineFor = (name: string): number => text.slice(0, text.indexOf(`"${name}":`)).split('\n').length;
  return [
    ...present
      .filter((name) => packages[name] === undefined)
      .map((name) => ({
        file: 'package.json', line: lineFor(name),
        message: `'${name}' has no row in build/checks/layers/packages.ts: decide which folders may use it`,
      })),
    ...Object.keys(packages)
      .filter((name) => !present.includes(name))
      .map((name) => ({
        file: 'build/checks/layers/packages.ts', line: 1, message: `row '${name}' has no dependency: remove it`,
      })),
  ];
}
