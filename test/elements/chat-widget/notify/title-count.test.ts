import { expect } from '@open-wc/testing';
import { TitleCount } from '../../../../src/elements/chat-widget/notify/title-count.ts';

/** Observers are told at the end of the turn. */
const observed = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('TitleCount', () => {
  let page: Document;
  let count: TitleCount;
  const text = () => page.querySelector('title')?.text;

  beforeEach(() => {
    page = document.implementation.createHTMLDocument('Shop');
    count = new TitleCount(page);
  });

  it('puts the number before the title, and takes it away again', () => {
    count.show(3);
    expect(page.title).to.equal('(3) Shop');
    count.show(4);
    expect(page.title).to.equal('(4) Shop');
    count.show(0);
    expect(page.title).to.equal('Shop');
  });

  for (const [unread, shown] of [
    [99, '(99) Shop'],
    [100, '(99+) Shop'],
  ] as const) {
    it(`shows ${shown} for ${unread}`, () => {
      count.show(unread);
      expect(page.title).to.equal(shown);
    });
  }

  it('gives the title back as it stood, to the last space', () => {
    const title = page.querySelector('title');
    if (title) title.text = '  Shop \n  of  (3) things ';
    count.show(1);
    count.show(0);
    expect(text()).to.equal('  Shop \n  of  (3) things ');
  });

  it('counts on where the page changes its title, and gives back the new one', async () => {
    count.show(2);
    page.title = 'Basket';
    await observed();
    expect(page.title).to.equal('(2) Basket');
    count.show(3);
    page.querySelector('title')?.replaceWith(Object.assign(page.createElement('title'), { text: 'Till' }));
    await observed();
    expect(page.title).to.equal('(3) Till');
    count.show(0);
    expect(page.title).to.equal('Till');
  });

  it('is not taken for the page’s own by a page that reads its title', async () => {
    count.show(2);
    page.title += ' (new)';
    await observed();
    expect(page.title).to.equal('(2) Shop (new)');
    count.show(0);
    expect(page.title).to.equal('Shop (new)');
  });

  it('leaves alone what the page has changed in the same turn', () => {
    count.show(2);
    page.title = 'Basket';
    count.show(0);
    expect(page.title).to.equal('Basket');
  });

  it('leaves no title where there was none', () => {
    page.querySelector('title')?.remove();
    count.show(2);
    expect(page.title).to.equal('(2)');
    count.show(0);
    expect(page.querySelector('title')).to.equal(null);
  });

  it('counts once, where two widgets are on a page', async () => {
    const other = new TitleCount(page);
    count.show(2);
    other.show(2);
    await observed();
    expect(page.title).to.equal('(2) Shop');
    other.show(0);
    expect(page.title).to.equal('(2) Shop');
    count.show(0);
    other.show(1);
    expect(page.title).to.equal('(1) Shop');
    other.show(0);
  });

  it('does nothing any more once it is back', async () => {
    count.show(2);
    count.show(0);
    page.title = 'Basket';
    await observed();
    expect(page.title).to.equal('Basket');
  });
});
