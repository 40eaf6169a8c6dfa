/** Makes a `role="tablist"` work by pointer and arrow keys; `selected` is told the chosen tab's id. */
export function followTabs(list: HTMLElement, selected: (tabId: string) => void): void {
  const tabs = [...list.querySelectorAll<HTMLElement>('[role="tab"]')];
  const choose = (chosen: HTMLElement): void => {
    for (const tab of tabs) {
      tab.ariaSelected = String(tab === chosen);
      tab.tabIndex = tab === chosen ? 0 : -1;
    }
    selected(chosen.id);
  };
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      const next = step && tabs.at((index + step) % tabs.length);
      if (!next) return;
      next.focus();
      choose(next);
    });
  }
}
