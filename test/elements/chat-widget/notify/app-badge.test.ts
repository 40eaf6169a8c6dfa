import { expect } from '@open-wc/testing';
import { AppBadge } from '../../../../src/elements/chat-widget/notify/app-badge.ts';

describe('AppBadge', () => {
  let calls: (number | 'clear')[] = [];
  const own = { ...Object.getOwnPropertyDescriptors(navigator) };

  const install = (answer: () => Promise<void>): void => {
    calls = [];
    const setAppBadge = (count: number) => {
      calls.push(count);
      return answer();
    };
    const clearAppBadge = () => {
      calls.push('clear');
      return answer();
    };
    for (const [name, value] of Object.entries({ setAppBadge, clearAppBadge }))
      Object.defineProperty(navigator, name, { configurable: true, value });
  };
  afterEach(() => {
    for (const name of ['setAppBadge', 'clearAppBadge']) {
      const before = own[name];
      if (before) Object.defineProperty(navigator, name, before);
      else Reflect.deleteProperty(navigator, name);
    }
  });

  it('shows each other number once, and none for nothing', () => {
    install(() => Promise.resolve());
    const badge = new AppBadge();
    for (const count of [0, 2, 2, 3, 0, 0]) badge.show(count);
    expect(calls).to.deep.equal([2, 3, 'clear']);
  });

  it('is no trouble where it is not allowed', async () => {
    install(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
    const badge = new AppBadge();
    badge.show(1);
    badge.show(0);
    await Promise.resolve();
    expect(calls).to.deep.equal([1, 'clear']);
  });

  it('is nothing where there is no such thing', () => {
    for (const name of ['setAppBadge', 'clearAppBadge'])
      Object.defineProperty(navigator, name, { configurable: true, value: undefined });
    const badge = new AppBadge();
    badge.show(1);
    badge.show(0);
  });
});
