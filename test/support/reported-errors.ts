/** What reaches the window as an error while this runs. Mocha would fail the test of each. */
export async function reportedErrors(run: () => Promise<void>): Promise<string[]> {
  const messages: string[] = [];
  const { onerror } = window;
  window.onerror = (_message, _source, _line, _column, error) => {
    messages.push(error?.message ?? '');
    return true;
  };
  try {
    await run();
  } finally {
    window.onerror = onerror;
  }
  return messages;
}
