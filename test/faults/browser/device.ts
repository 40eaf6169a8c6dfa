import type { Page } from 'playwright-core';

/** All that a page finds in the storage of its device, as text: for looking what is in it, and whether anything is. */
export function storedOn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found = [sessionStorage, localStorage].flatMap((storage) =>
      Object.entries(storage).map((entry) => JSON.stringify(entry)),
    );
    const result = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(request.error?.message));
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await result(indexedDB.open(name));
      for (const storeName of database.objectStoreNames) {
        const store = database.transaction(storeName).objectStore(storeName);
        const [keys, values] = await Promise.all([result(store.getAllKeys()), result<unknown[]>(store.getAll())]);
        for (const [index, key] of keys.entries()) found.push(JSON.stringify([key, values[index]]));
      }
      database.close();
    }
    return found;
  });
}
