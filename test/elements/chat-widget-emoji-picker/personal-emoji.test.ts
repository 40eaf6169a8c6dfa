import { expect, oneEvent } from '@open-wc/testing';
import { allEmoji, type Emoji } from '../../../src/elements/chat-widget-emoji-picker/emoji-groups.ts';
import type { Lexicon } from '../../../src/elements/chat-widget-emoji-picker/lexicon.ts';
import { loadLexicon } from '../../../src/elements/chat-widget-emoji-picker/load-lexicon.ts';
import { PersonalEmoji } from '../../../src/elements/chat-widget-emoji-picker/personal-emoji.ts';
import type { KeyedStorage } from '../../../src/platform/storage.ts';
import { FakeDevice } from '../../support/fake-device.ts';

const nextTurn = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

function emojiOf(char: string): Emoji {
  const emoji = allEmoji().find((each) => each.char === char);
  if (!emoji) throw new Error(`There is no ${char}.`);
  return emoji;
}

async function personWith(storage: KeyedStorage | undefined): Promise<PersonalEmoji> {
  const person = new PersonalEmoji();
  person.storage = storage;
  await nextTurn();
  return person;
}

const recent = (person: PersonalEmoji): string[] => person.recent.map(({ char }) => char);
const named = (person: PersonalEmoji, char: string): string => person.nameOf(emojiOf(char));

describe('PersonalEmoji', () => {
  let device: FakeDevice;

  beforeEach(() => {
    device = new FakeDevice();
  });

  describe('recent ones', () => {
    it('have the last one first, and each once', () => {
      const person = new PersonalEmoji();
      for (const char of ['😀', '🐱', '😀']) person.addRecent(emojiOf(char));
      expect(recent(person)).to.deep.equal(['😀', '🐱']);
    });

    it('are without the oldest in the end', () => {
      const person = new PersonalEmoji();
      const picked = allEmoji().slice(0, 40);
      for (const emoji of picked) person.addRecent(emoji);
      expect(person.recent).to.have.length(16);
      expect(person.recent[0]).to.equal(picked.at(-1));
    });

    it('are there again on the next page', async () => {
      const person = await personWith(device.storage('local', 'somebody'));
      person.addRecent(emojiOf('😀'));
      person.addRecent(emojiOf('🐱'));
      await nextTurn();
      expect(recent(await personWith(device.storage('local', 'somebody')))).to.deep.equal(['🐱', '😀']);
    });

    it('keep what was picked before the device has answered', async () => {
      const storage = device.storage('local', 'somebody');
      await storage.set('recent emoji', ['😀']);
      const person = new PersonalEmoji();
      person.storage = storage;
      person.addRecent(emojiOf('🐱'));
      await nextTurn();
      expect(recent(person)).to.deep.equal(['🐱', '😀']);
    });

    for (const [what, kept] of [
      ['no list', { a: 1 }],
      ['a list of other things', [1, null, { a: 1 }, 'text']],
    ] as const) {
      it(`are none where the device holds ${what}`, async () => {
        const storage = device.storage('local', 'somebody');
        await storage.set('recent emoji', kept);
        expect(recent(await personWith(storage))).to.deep.equal([]);
      });
    }
  });

  describe('skin tone', () => {
    it('is none at first', () => {
      const person = new PersonalEmoji();
      expect(person.tone).to.equal(0);
      expect(person.charOf(emojiOf('👋'))).to.equal('👋');
    });

    it('is that of all emoji that have tones, also of recent ones', () => {
      const person = new PersonalEmoji();
      person.addRecent(emojiOf('👋'));
      person.tone = 4;
      expect(person.recent.map((emoji) => person.charOf(emoji))).to.deep.equal(['👋🏾']);
      expect(person.charOf(emojiOf('🐱'))).to.equal('🐱');
    });

    it('is the same on the next page', async () => {
      const person = await personWith(device.storage('local', 'somebody'));
      person.tone = 2;
      await nextTurn();
      expect((await personWith(device.storage('local', 'somebody'))).tone).to.equal(2);
    });

    it('is that which was chosen before the device has answered', async () => {
      const storage = device.storage('local', 'somebody');
      await storage.set('emoji skin tone', 5);
      const person = new PersonalEmoji();
      person.storage = storage;
      person.tone = 0;
      await nextTurn();
      expect(person.tone).to.equal(0);
    });

    for (const kept of [6, -1, 1.5, '2', null, {}]) {
      it(`is none where the device holds ${JSON.stringify(kept)}`, async () => {
        const storage = device.storage('local', 'somebody');
        await storage.set('emoji skin tone', kept);
        expect((await personWith(storage)).tone).to.equal(0);
      });
    }
  });

  it('lasts as long as the page where the device refuses', async () => {
    device.denies = true;
    const person = await personWith(device.storage('local', 'somebody'));
    person.addRecent(emojiOf('😀'));
    person.tone = 1;
    await nextTurn();
    expect(recent(person)).to.deep.equal(['😀']);
    expect(person.tone).to.equal(1);
  });

  it('tells the next person nothing of the one before', async () => {
    const person = await personWith(device.storage('local', 'somebody'));
    person.addRecent(emojiOf('😀'));
    person.tone = 1;
    person.storage = device.storage('local', 'somebody else');
    await nextTurn();
    expect(recent(person)).to.deep.equal([]);
    expect(person.tone).to.equal(0);
  });

  it('tells when anything is another', async () => {
    const person = new PersonalEmoji();
    const changes: string[] = [];
    let what = '';
    person.addEventListener('change', () => changes.push(what));
    what = 'tone';
    person.tone = 3;
    what = 'recent';
    person.addRecent(emojiOf('😀'));
    what = 'names';
    person.locale = 'de';
    await person.fetchNames();
    expect(changes).to.deep.equal(['tone', 'recent', 'names']);
  });

  describe('names', () => {
    it('are English at first, and nothing is fetched before they are needed', () => {
      const loads: string[] = [];
      const person = new PersonalEmoji((locale) => {
        loads.push(locale);
        return Promise.resolve(undefined);
      });
      person.locale = 'de';
      expect(named(person, '🐘')).to.equal('elephant');
      expect(loads).to.deep.equal([]);
      void person.fetchNames();
      void person.fetchNames();
      expect(loads).to.deep.equal(['de']);
    });

    it('are in the language that was asked for, and so is the search, beside English', async () => {
      const person = new PersonalEmoji();
      person.locale = 'de-AT';
      await person.fetchNames();
      expect(named(person, '🐘')).to.equal('Elefant');
      expect(person.find('elefant', 8)[0]?.char).to.equal('🐘');
      expect(person.find('elephant', 8)[0]?.char).to.equal('🐘');
      expect(person.findExactly('rotes_herz').map(({ char }) => char)).to.deep.equal(['❤️']);
    });

    it('are English again in a language that has none', async () => {
      const person = new PersonalEmoji();
      person.locale = 'fr';
      await person.fetchNames();
      expect(named(person, '🐘')).to.equal('éléphant');
      person.locale = 'sv';
      await person.fetchNames();
      expect(named(person, '🐘')).to.equal('elephant');
    });

    it('are those of the language that was asked for last, whichever comes first', async () => {
      const answers = new Map<string, (lexicon: Lexicon | undefined) => void>();
      const person = new PersonalEmoji((locale) => new Promise((resolve) => answers.set(locale, resolve)));
      const [de, fr] = await Promise.all([loadLexicon('de'), loadLexicon('fr')]);
      person.locale = 'de';
      void person.fetchNames();
      person.locale = 'fr';
      const changed = oneEvent(person, 'change');
      void person.fetchNames();
      answers.get('fr')?.(fr);
      await changed;
      answers.get('de')?.(de);
      await nextTurn();
      expect(named(person, '🐘')).to.equal('éléphant');
    });

    it('are tried once for each wish, also by one who wishes anew when told of a change', async () => {
      let loads = 0;
      const person = new PersonalEmoji((locale) => {
        loads++;
        return locale === 'de' ? loadLexicon(locale) : Promise.reject(new TypeError('offline'));
      });
      person.locale = 'de';
      await person.fetchNames();
      person.addEventListener('change', () => void person.fetchNames());
      person.locale = 'fr';
      await person.fetchNames();
      await nextTurn();
      expect(named(person, '🐘')).to.equal('elephant');
      expect(loads).to.equal(3);
    });

    it('stay English when they cannot be fetched, which is tried again when they are needed again', async () => {
      let isOffline = true;
      const person = new PersonalEmoji((locale) =>
        isOffline ? Promise.reject(new TypeError('offline')) : loadLexicon(locale),
      );
      person.locale = 'de';
      await person.fetchNames();
      expect(named(person, '🐘')).to.equal('elephant');
      expect(person.find('elephant', 8)[0]?.char).to.equal('🐘');
      isOffline = false;
      await person.fetchNames();
      expect(named(person, '🐘')).to.equal('Elefant');
    });
  });
});
