import { expect, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { ShowRoomController } from '../../src/context/show-room-controller.ts';
import { mount } from '../support/mount.ts';

class OneRoom extends LitElement {
  static override properties = { room: {} };
  declare room: string | undefined;

  constructor() {
    super();
    new ShowRoomController(this, () => this.room);
  }
}
customElements.define('test-one-room', OneRoom);

describe('ShowRoomController', () => {
  it('tells which room is shown, and when it is another or none', async () => {
    const { element, session } = await mount<OneRoom>(html`<test-one-room></test-one-room>`);
    expect([...session.shownRooms]).to.deep.equal([]);
    for (const room of ['a', 'b']) {
      element.room = room;
      await element.updateComplete;
      expect([...session.shownRooms]).to.deep.equal([room]);
    }
    element.room = undefined;
    await element.updateComplete;
    expect([...session.shownRooms]).to.deep.equal([]);
  });

  it('tells when its host is removed, and when it is back', async () => {
    const { element, provider, session } = await mount<OneRoom>(html`<test-one-room room="a"></test-one-room>`);
    element.remove();
    expect([...session.shownRooms]).to.deep.equal([]);
    provider.append(element);
    await element.updateComplete;
    expect([...session.shownRooms]).to.deep.equal(['a']);
  });
});
