import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { AnnouncerController } from '../../../src/elements/chat-widget-thread/announcer-controller.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const sumUp = (count: number): string => `${count} new`;

class Speaker extends LitElement {
  readonly clock = new FakeClock();
  readonly region = document.createElement('div');
  readonly announcer = new AnnouncerController(this, () => this.region, this.clock);

  say(...sentences: string[]): void {
    this.announcer.announce(sentences, sumUp);
  }

  get lines(): string[] {
    return [...this.region.children].map((line) => line.textContent);
  }
}
customElements.define('test-speaker', Speaker);

describe('AnnouncerController', () => {
  let speaker: Speaker;
  beforeEach(async () => {
    speaker = await fixture<Speaker>(html`<test-speaker></test-speaker>`);
  });

  it('says the first at once', () => {
    speaker.say('Grace: hello');
    expect(speaker.lines).to.deep.equal(['Grace: hello']);
  });

  it('waits with the next, and adds them without touching what was said', () => {
    speaker.say('one');
    const [first] = speaker.region.children;
    speaker.say('two');
    speaker.say('three');
    speaker.clock.pass(2999);
    expect(speaker.lines).to.deep.equal(['one']);
    speaker.clock.pass(1);
    expect(speaker.lines).to.deep.equal(['one', 'two', 'three']);
    expect(speaker.region.firstElementChild).to.equal(first);
  });

  it('sums up a burst, at once and after the pause', () => {
    speaker.say('1', '2', '3', '4');
    expect(speaker.lines).to.deep.equal(['4 new']);
    for (let index = 0; index < 500; index += 1) speaker.say(String(index));
    speaker.clock.pass(3000);
    expect(speaker.lines).to.deep.equal(['4 new', '500 new']);
  });

  it('sums up only what goes together', () => {
    speaker.say('1');
    speaker.say('2', '3', '4', '5');
    speaker.announcer.announce(['50 older'], String);
    speaker.clock.pass(3000);
    expect(speaker.lines).to.deep.equal(['1', '4 new', '50 older']);
  });

  it('speaks at once again after a silence', () => {
    speaker.say('one');
    speaker.clock.pass(3000);
    speaker.say('two');
    expect(speaker.lines).to.deep.equal(['one', 'two']);
  });

  it('forgets each after a while, so that nothing is read again', () => {
    speaker.say('one');
    speaker.clock.pass(9999);
    expect(speaker.lines).to.deep.equal(['one']);
    speaker.clock.pass(1);
    expect(speaker.lines).to.deep.equal([]);
  });

  it('says what it is given as text', () => {
    speaker.say('<img src=x onerror=alert(1)>');
    expect(speaker.region.querySelector('img')).to.equal(null);
  });

  it('leaves no timer behind when its host is removed', () => {
    speaker.say('one');
    speaker.say('two');
    speaker.remove();
    expect(speaker.clock.waiting).to.equal(0);
    expect(speaker.lines).to.deep.equal([]);
  });
});
