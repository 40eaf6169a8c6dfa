/**
 * Looks until it finds: the first truthy result. For what no event of the browser tells.
 * @throws Error with the given words when nothing was found in time
 */
export async function until<T>(
  look: () => T | Promise<T>,
  what: string,
  timeoutMs = 5000,
): Promise<Exclude<T, undefined | null | false | 0 | ''>> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found) return found as Exclude<T, undefined | null | false | 0 | ''>;
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
