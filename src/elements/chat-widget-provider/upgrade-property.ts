/**
 * Hands a property that the page set before the class was there to the accessor of the class: as the element's own it would
 * hide it. Lit does so for its reactive properties only.
 */
export function upgradeProperty<E extends object>(element: E, name: keyof E): void {
  if (!Object.hasOwn(element, name)) return;
  const value = element[name];
  Reflect.deleteProperty(element, name);
  element[name] = value;
}
