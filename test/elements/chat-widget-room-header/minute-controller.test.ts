import { expect } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { MinuteController } from '../../../src/elements/chat-widget-room-header/minute-controller.ts';
import { FakeClock } from '../../support/fake-clock.ts';

/** A host that only counts how often it is asked to render. */
class FakeHost implements ReactiveControllerHost {
  updates = 0;
  readonly updateComplete = Promise.resolve(true);
  addController(_controller: ReactiveController): void {
    // Driven by hand.
  }
  removeController(): void {
    // As above.
  }
  requestUpdate(): void {
    this.updates += 1;
  }
}

describe('MinuteController', () => {
  it('renders again each minute while it is needed, and leaves no timer', () => {
    const [host, clock] = [new FakeHost(), new FakeClock()];
    let isNeeded = true;
    const controller = new MinuteController(host, () => isNeeded, clock);
    for (let minute = 1; minute < 4; minute += 1) {
      controller.hostUpdated();
      controller.hostUpdated();
      clock.pass(60_000);
      expect(host.updates).to.equal(minute);
    }
    isNeeded = false;
    controller.hostUpdated();
    expect(clock.waiting).to.equal(0);
    isNeeded = true;
    controller.hostUpdated();
    controller.hostDisconnected();
    expect(clock.waiting).to.equal(0);
  });
});
