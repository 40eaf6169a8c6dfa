import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { UnreadAnnouncerController } from '../../../src/elements/chat-widget-launcher/unread-announcer-controller.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const ignore = (): void => {};
const host: ReactiveControllerHost = {
  addController: ignore,
  removeController: ignore,
  requestUpdate: ignore,
  updateComplete: Promise.resolve(true),
};
const describeCount = (count: number): string => `${count} unread`;

describe('UnreadAnnouncerController', () => {
  let clock: FakeClock;
  let announcer: UnreadAnnouncerController;
  const count = (value: number): void => {
    announcer.update(value, describeCount);
  };
  beforeEach(() => {
    clock = new FakeClock();
    announcer = new UnreadAnnouncerController(host, clock);
    count(0);
  });

  it('tells in one sentence what comes at once', () => {
    for (const value of [1, 2, 3]) count(value);
    clock.pass(1499);
    expect(announcer.sentence).to.equal('');
    clock.pass(1);
    expect(announcer.sentence).to.equal('3 unread');
    count(3);
    expect(clock.waiting).to.equal(0);
  });

  it('is quiet for a while after that', () => {
    count(1);
    clock.pass(1500);
    count(2);
    clock.pass(19_999);
    expect(announcer.sentence).to.equal('1 unread');
    count(5);
    clock.pass(1);
    expect(announcer.sentence).to.equal('5 unread');
  });

  it('does not tell that they become fewer, and nothing of what was read in time', () => {
    count(2);
    count(0);
    clock.pass(60_000);
    expect(announcer.sentence).to.equal('');
    count(2);
    clock.pass(1500);
    count(1);
    clock.pass(60_000);
    expect(announcer.sentence).to.equal('2 unread');
    count(0);
    expect(announcer.sentence).to.equal('');
  });

  it('leaves no timer', () => {
    count(1);
    announcer.hostDisconnected();
    expect(clock.waiting).to.equal(0);
  });
});
