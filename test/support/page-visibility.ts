/** Makes the page look as if it were in the background, or in front again. `afterEach(() => { setPageVisible(true); })` */
export function setPageVisible(visible: boolean): void {
  // Deleted, the prototype's own getter is there again.
  if (visible) Reflect.deleteProperty(document, 'visibilityState');
  else Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}
