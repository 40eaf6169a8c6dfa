import { expect } from '@open-wc/testing';
import { TouchGlide } from '../../../src/elements/chat-widget-thread/touch-glide.ts';
import { FakeClock } from '../../support/fake-clock.ts';

function finger(target: EventTarget, type: 'touchstart' | 'touchend' | 'touchcancel', fingers: number): void {
  const touches = Array.from({ length: fingers }, (_, identifier) => new Touch({ identifier, target }));
  target.dispatchEvent(new TouchEvent(type, { touches }));
}

describe('TouchGlide', () => {
  let scroller: HTMLElement;
  let clock: FakeClock;
  let glide: TouchGlide;
  let ended: number;

  beforeEach(() => {
    scroller = document.createElement('div');
    clock = new FakeClock();
    ended = 0;
    glide = new TouchGlide(
      scroller,
      () => {
        ended += 1;
      },
      clock,
    );
  });

  it('is not active while a wheel or a program scrolls', () => {
    scroller.dispatchEvent(new Event('scroll'));
    expect(glide.active).to.equal(false);
    expect(clock.waiting).to.equal(0);
  });

  it('lasts as long as a finger is down', () => {
    finger(scroller, 'touchstart', 1);
    finger(scroller, 'touchstart', 2);
    finger(scroller, 'touchend', 1);
    clock.pass(60_000);
    expect(glide.active).to.equal(true);
  });

  it('lasts through the fling, and ends when that stands still', () => {
    finger(scroller, 'touchstart', 1);
    finger(scroller, 'touchend', 0);
    for (let frame = 0; frame < 60; frame += 1) {
      clock.pass(16);
      scroller.dispatchEvent(new Event('scroll'));
    }
    expect(glide.active).to.equal(true);
    clock.pass(120);
    expect(glide.active).to.equal(false);
    expect(ended).to.equal(1);
  });

  it('ends at once where the browser tells the end', () => {
    finger(scroller, 'touchstart', 1);
    finger(scroller, 'touchcancel', 0);
    scroller.dispatchEvent(new Event('scrollend'));
    expect(glide.active).to.equal(false);
    expect(ended).to.equal(1);
    expect(clock.waiting).to.equal(0);
  });

  it('leaves nothing behind', () => {
    finger(scroller, 'touchstart', 1);
    finger(scroller, 'touchend', 0);
    glide.release();
    clock.pass(1000);
    finger(scroller, 'touchstart', 1);
    expect(ended).to.equal(0);
    expect(clock.waiting).to.equal(0);
  });
});
