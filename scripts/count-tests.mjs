import { stripVTControlCharacters } from 'node:util';

/**
 * Sums what the test runners print at their end: `ℹ pass 12`, `ℹ fail 0`, `ℹ cancelled 0`.
 * @param {string} output
 */
export function countTests(output) {
  let passed = 0;
  let failed = 0;
  for (const [, kind, count] of stripVTControlCharacters(output).matchAll(/^ℹ (pass|fail|cancelled) (\d+)$/gm)) {
    if (kind === 'pass') passed += Number(count);
    else failed += Number(count);
  }
  return { passed, failed };
}
