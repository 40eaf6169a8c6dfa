import { ContextProvider } from '@lit/context';
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { SelectController } from '../../src/context/select-controller.ts';
import { sessionContext } from '../../src/context/session-context.ts';
import { grace, linus } from '../support/fixtures.ts';
import { FakeSession } from '../support/fake-session.ts';
import { mount } from '../support/mount.ts';
import { setPageVisible } from '../support/page-visibility.ts';

class PersonName extends LitElement {
  static override properties = { userId: { attribute: 'user-id' } };
  declare userId: string;
  renders = 0;
  readonly person = new SelectController(this, (state) => state.people.get(this.userId));

  override render(): TemplateResult {
    this.renders += 1;
    return html`${this.person.value?.name ?? 'nobody'}`;
  }
}
customElements.define('test-person-name', PersonName);

const forGrace = html`<test-person-name user-id=${grace.id}></test-person-name>`;

describe('SelectController', () => {
  it('shows the slice of the empty state without a session', async () => {
    const element = await fixture<PersonName>(forGrace);
    expect(element.shadowRoot?.textContent).to.equal('nobody');
  });

  it('renders its host when the slice changed', async () => {
    const { element, session } = await mount<PersonName>(forGrace);
    session.setContacts([grace]);
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.equal(grace.name);
  });

  it('leaves its host alone when another slice changed', async () => {
    const { element, session } = await mount<PersonName>(forGrace, ({ session }) => {
      session.setContacts([grace]);
    });
    const before = element.renders;
    session.setContacts([linus]);
    session.connect();
    await element.updateComplete;
    expect(element.renders).to.equal(before);
  });

  it('leaves its host alone when nothing changed that it looks at, and has it fresh nevertheless', async () => {
    class Initial extends PersonName {
      readonly initial = new SelectController(
        this,
        (state) => state.people.get(grace.id),
        (now, before) => now?.name[0] === before?.name[0],
      );
    }
    customElements.define('test-initial', Initial);
    const { element, session } = await mount<Initial>(html`<test-initial></test-initial>`, ({ session }) => {
      session.setContacts([grace]);
    });
    const before = element.renders;
    session.setContacts([{ ...grace, name: 'Gloria' }]);
    await element.updateComplete;
    expect(element.renders).to.equal(before);
    element.requestUpdate();
    await element.updateComplete;
    expect(element.initial.value?.name).to.equal('Gloria');
    session.setContacts([{ ...grace, name: 'Ada' }]);
    await element.updateComplete;
    expect(element.renders).to.equal(before + 2);
  });

  it('renders one of two hundred hosts for one change', async () => {
    const { provider, session } = await mount(html`<div></div>`);
    const hosts = Array.from({ length: 200 }, (_, index) => {
      const host = new PersonName();
      host.userId = `person-${index}`;
      return host;
    });
    provider.append(...hosts);
    await Promise.all(hosts.map((host) => host.updateComplete));
    const before = hosts.reduce((sum, host) => sum + host.renders, 0);
    session.setContacts([{ id: 'person-7', name: 'Seven', email: '' }]);
    await Promise.all(hosts.map((host) => host.updateComplete));
    expect(hosts.reduce((sum, host) => sum + host.renders, 0) - before).to.equal(1);
  });

  it("selects by the host's own properties, as they are", async () => {
    const { element } = await mount<PersonName>(forGrace, ({ session }) => {
      session.setContacts([grace, linus]);
    });
    element.userId = linus.id;
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.equal(linus.name);
  });

  it('follows the session that is provided next, and no longer the one before', async () => {
    const first = new FakeSession();
    const second = new FakeSession();
    const holder = await fixture<HTMLElement>(html`<div></div>`);
    const provider = new ContextProvider(holder, { context: sessionContext, initialValue: first });
    const element = new PersonName();
    element.userId = grace.id;
    holder.append(element);
    second.setContacts([{ ...grace, name: 'Second' }]);
    provider.setValue(second);
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.equal('Second');

    const before = element.renders;
    first.setContacts([{ ...grace, name: 'First' }]);
    await element.updateComplete;
    expect(element.renders).to.equal(before);
  });

  it('stops listening when its host is removed and shows what it missed when it is back', async () => {
    const { element, provider, session } = await mount<PersonName>(forGrace);
    const place = element.parentElement ?? provider;
    element.remove();
    const before = element.renders;
    session.setContacts([grace]);
    await element.updateComplete;
    expect(element.renders).to.equal(before);
    place.append(element);
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.equal(grace.name);
  });

  describe('on a page in the background', () => {
    afterEach(() => {
      setPageVisible(true);
    });

    it('renders nothing, and once for all that changed when somebody looks again', async () => {
      const { element, session } = await mount<PersonName>(forGrace);
      const before = element.renders;
      setPageVisible(false);
      for (const name of ['One', 'Two', 'Three']) session.setContacts([{ ...grace, name }]);
      await element.updateComplete;
      expect(element.renders).to.equal(before);
      setPageVisible(true);
      await element.updateComplete;
      expect(element.renders).to.equal(before + 1);
      expect(element.shadowRoot?.textContent).to.equal('Three');
    });

    it('renders nothing when it is as it was by then', async () => {
      const { element, session } = await mount<PersonName>(forGrace);
      const before = element.renders;
      setPageVisible(false);
      session.setContacts([linus]);
      setPageVisible(true);
      await element.updateComplete;
      expect(element.renders).to.equal(before);
    });

    it('lets go of what belongs to another session at once', async () => {
      const session = new FakeSession();
      session.setContacts([grace]);
      const holder = await fixture<HTMLElement>(html`<div></div>`);
      const provider = new ContextProvider(holder, { context: sessionContext, initialValue: session });
      const element = new PersonName();
      element.userId = grace.id;
      holder.append(element);
      await element.updateComplete;
      setPageVisible(false);
      provider.setValue(new FakeSession());
      await element.updateComplete;
      expect(element.shadowRoot?.textContent).to.equal('nobody');
    });

    it('forgets a host that is removed meanwhile', async () => {
      const { element, session } = await mount<PersonName>(forGrace);
      setPageVisible(false);
      session.setContacts([grace]);
      element.remove();
      const before = element.renders;
      setPageVisible(true);
      await element.updateComplete;
      expect(element.renders).to.equal(before);
    });
  });
});
