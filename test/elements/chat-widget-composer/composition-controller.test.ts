import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { CompositionController } from '../../../src/elements/chat-widget-composer/composition-controller.ts';
import { FakeClock } from '../../support/fake-clock.ts';

class Composing extends LitElement {
  readonly clock = new FakeClock();
  readonly composition = new CompositionController(this, this.clock);
}
customElements.define('test-composing', Composing);

const ENTER = { isComposing: false, keyCode: 13 };

describe('CompositionController', () => {
  let host: Composing;
  beforeEach(async () => {
    host = await fixture<Composing>(html`<test-composing></test-composing>`);
  });

  it('leaves an ordinary key to us', () => {
    expect(host.composition.owns(ENTER)).to.equal(false);
  });

  it('owns what browsers mark as part of a composition', () => {
    expect(host.composition.owns({ ...ENTER, isComposing: true })).to.equal(true);
    expect(host.composition.owns({ ...ENTER, keyCode: 229 })).to.equal(true);
  });

  it('owns every key between start and end, and those of the turn in which it ended', () => {
    host.composition.onStart();
    expect(host.composition.owns(ENTER)).to.equal(true);
    host.composition.onEnd();
    expect(host.composition.active).to.equal(false);
    expect(host.composition.owns(ENTER)).to.equal(true);
    host.clock.pass(0);
    expect(host.composition.owns(ENTER)).to.equal(false);
  });

  it('is over, without a timer, when its host is removed in the middle', () => {
    host.composition.onStart();
    host.composition.onEnd();
    host.remove();
    expect(host.composition.owns(ENTER)).to.equal(false);
    expect(host.clock.waiting).to.equal(0);
  });
});
