/** What reaches the window as an error while this runs. Mocha would fail the test of each. */
export async function reportedErrors(run: () => unknown): Promise<string[]> {
  const messages: string[] = [];
  const { onerror } = window;
  window.onerror = (message) => {
    messages.push(typeof message === 'string' ? message : message.type);
    return true;
  };
  try {
    await run();
  } finally {
    window.onerror = onerror;
  }
  return messages;
}
