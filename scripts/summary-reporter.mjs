/** @import { Reporter, TestSession, TestSuiteResult } from '@web/test-runner' */

/**
 * Ends a run with what failed and with the counts, as Node's own test runner does, so that one reader of both is enough.
 * @returns {Reporter}
 */
export function summaryReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const results = sessions.flatMap(resultsOf);
      const failures = results.filter(({ passed }) => !passed);
      const lines = [`ℹ pass ${results.length - failures.length}`, `ℹ fail ${failures.length}`];
      if (failures.length > 0) lines.push('', '✖ failing tests:', ...failures.map(describe));
      console.log(`\n${lines.join('\n')}\n`);
    },
  };
}

/** @typedef {{ file: string, name: string, passed: boolean, reason: string }} Result */

/**
 * @param {TestSession} session
 * @returns {Result[]}
 */
function resultsOf({ testFile, testResults, errors, passed }) {
  const file = testFile;
  const results = testResults ? testsOf(testResults, file, '') : [];
  // A file that cannot be loaded has no tests, but errors.
  const brokenWithout = !passed && results.every((result) => result.passed);
  if (brokenWithout) {
    results.push({ file, name: 'the file itself', passed: false, reason: errors.map(text).join('\n') });
  }
  return results;
}

/**
 * @param {TestSuiteResult} suite
 * @param {string} file
 * @param {string} prefix
 * @returns {Result[]}
 */
function testsOf(suite, file, prefix) {
  const tests = suite.tests
    .filter(({ skipped }) => !skipped)
    .map((test) => ({
      file,
      name: prefix + test.name,
      passed: test.passed,
      reason: test.error ? text(test.error) : '',
    }));
  return [...tests, ...suite.suites.flatMap((inner) => testsOf(inner, file, `${prefix}${inner.name} › `))];
}

/** @param {{ message?: string, stack?: string }} error */
function text({ message = '', stack = '' }) {
  return stack.includes(message) ? stack : `${message}\n${stack}`;
}

/** @param {Result} result */
function describe({ file, name, reason }) {
  return `\n✖ ${name}\n  ${file}\n  ${reason.trim().replaceAll('\n', '\n  ')}`;
}
