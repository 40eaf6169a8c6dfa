import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { TypingAnnouncerController } from '../../../src/elements/chat-widget-typing-indicator/typing-announcer-controller.ts';
import { FakeClock } from '../../support/fake-clock.ts';

class Typing extends LitElement {
  readonly clock = new FakeClock();
  readonly announcer = new TypingAnnouncerController(this, this.clock);
}
customElements.define('test-typing', Typing);

describe('TypingAnnouncerController', () => {
  let host: Typing;
  beforeEach(async () => {
    host = await fixture<Typing>(html`<test-typing></test-typing>`);
  });

  /** What was said anew in each step, after so many milliseconds of a sentence. */
  function said(...steps: readonly (readonly [sentence: string, ms: number])[]): string[] {
    let before = '';
    return steps.map(([sentence, ms]) => {
      host.announcer.update(sentence);
      host.clock.pass(ms);
      const now = host.announcer.sentence;
      const news = now === before ? '' : now;
      before = now;
      return news;
    });
  }

  it('says nothing of a short start and stop', () => {
    expect(said(['Ada', 1400], ['', 5000], ['Ada', 1400])).to.deep.equal(['', '', '']);
  });

  it('says who types now, not who began', () => {
    expect(said(['Ada', 1000], ['Ada and Grace', 1000])).to.deep.equal(['', 'Ada and Grace']);
  });

  it('is quiet for a while after that, however often it starts and stops', () => {
    const steps = Array.from({ length: 4 }, (_, index) => [index % 2 ? '' : 'Ada', 4000] as const);
    expect(said(['Ada', 2000], ['', 100], ...steps)).to.deep.equal(['Ada', '', '', '', '', '']);
  });

  it('says the next after the quiet', () => {
    expect(said(['Ada', 2000], ['Grace', 19_000], ['Grace', 1000])).to.deep.equal(['Ada', '', 'Grace']);
  });

  it('does not repeat the same', () => {
    host.announcer.update('Ada');
    host.clock.pass(2000);
    let updates = 0;
    host.addController({ hostUpdate: () => (updates += 1) });
    host.announcer.update('Ada');
    host.clock.pass(60_000);
    expect(host.isUpdatePending && updates > 0).to.equal(false);
    expect(host.announcer.sentence).to.equal('Ada');
  });

  it('leaves no timer behind', () => {
    host.announcer.update('Ada');
    host.remove();
    expect(host.clock.waiting).to.equal(0);
  });
});
