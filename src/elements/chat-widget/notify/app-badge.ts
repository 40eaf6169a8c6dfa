/** The number on the icon of an installed app, where the system has such icons. */
export class AppBadge {
  #shown = 0;

  show(count: number): void {
    if (count === this.#shown) return;
    this.#shown = count;
    const { setAppBadge, clearAppBadge } = navigator as Partial<Navigator>;
    const changed = count > 0 ? setAppBadge?.call(navigator, count) : clearAppBadge?.call(navigator);
    // Where it is not allowed, there is nothing that anybody could do.
    changed?.catch(() => {});
  }
}
