import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Message } from '../../src/protocol/model.ts';
import type { Action, HistoryPage } from '../../src/store/actions.ts';
import { compareMessages } from '../../src/store/order.ts';
import { NO_MESSAGES } from '../../src/store/room-messages.ts';
import type { RoomMessages, State } from '../../src/store/state.ts';
import { ada, message, NOON, roomWith } from '../support/fixtures.ts';
import { advance, received, roomsReceived, stateAfter } from '../support/state-after.ts';

const ROOM = 'room-1';
const online: Action = { type: 'connection-changed', connection: { status: 'online', attempt: 0 } };
const lost: Action = { type: 'connection-changed', connection: { status: 'reconnecting', attempt: 1 } };
const recovered: Action = { type: 'connection-recovered' };
const history: Action = { type: 'capabilities-announced', capabilities: ['history'] };

const at = (minutes: number, changes: Partial<Message> = {}): Message =>
  message({ id: `m${minutes}`, body: `m${minutes}`, createdAt: NOON + minutes * 60_000, ...changes });
const list = (...minutes: number[]): Action => roomsReceived(roomWith(minutes.map((each) => at(each))));
const page = (place: HistoryPage['place'], minutes: readonly number[], hasMore = false): Action => ({
  type: 'history-received',
  roomId: ROOM,
  place,
  messages: minutes.map((each) => at(each)),
  hasMore,
});
const of = (state: State): RoomMessages => state.messages.get(ROOM) ?? NO_MESSAGES;
const gaps = (state: State) => [...of(state).gaps].sort();
const shown = (state: State) => of(state).order;
const unread = (state: State) => state.rooms.byId.get(ROOM)?.unreadCount;

describe('a loss of the connection', () => {
  const start = stateAfter(online, list(1, 2));

  it('leaves a gap behind the newest message of each room, and none before that', () => {
    expect(gaps(start)).to.deep.equal([]);
    expect(gaps(advance(start, lost))).to.deep.equal(['m2']);
  });

  it('leaves none when there was no connection to lose', () => {
    const idle: Action = { type: 'connection-changed', connection: { status: 'connecting', attempt: 0 } };
    expect(gaps(stateAfter(list(1), idle))).to.deep.equal([]);
    expect(gaps(advance(start, lost, received(at(3)), lost))).to.deep.equal(['m2']);
  });

  it('leaves a gap in a room that was empty, too, until something of it is told', () => {
    const empty = stateAfter(online, list(), lost, online);
    expect(gaps(empty)).to.have.length(1);
    expect(gaps(advance(empty, list()))).to.have.length(1);
    const told = advance(empty, list(7));
    expect(gaps(told)).to.deep.equal([]);
    expect(of(told).older).to.equal('unknown');
  });

  it('doubts what came in the last ten seconds as well where the server can tell it: it may have overtaken another one', () => {
    const seconds = (...all: number[]) => roomsReceived(roomWith(all.map((each) => at(each / 60, { id: `s${each}` }))));
    expect(gaps(stateAfter(online, history, seconds(0, 10, 20, 21), lost))).to.deep.equal(['s10']);
    expect(gaps(stateAfter(online, seconds(0, 10, 20, 21), lost))).to.deep.equal(['s21']);
    const recent = stateAfter(online, history, seconds(20, 21), lost);
    expect(gaps(recent)).to.deep.equal(['']);
    expect(gaps(advance(recent, online, recovered))).to.deep.equal([]);
  });

  it('is of no consequence where the server has kept all that was missed', () => {
    const state = advance(start, lost, online, recovered);
    expect(gaps(state)).to.deep.equal([]);
    expect(of(state)).to.deep.equal(of(start));
  });

  it('does not take away a gap of an earlier loss when a later one is recovered from', () => {
    const twice = advance(start, lost, online, received(at(5)), lost, online, recovered);
    expect(gaps(twice)).to.deep.equal(['m2']);
  });

  const lists: [told: readonly number[], left: readonly string[]][] = [
    [[2, 3], []],
    [[1, 5], []],
    [[3, 5], ['m2']],
    [[], ['m2']],
  ];
  for (const [told, left] of lists) {
    it(`leaves ${left.length > 0 ? 'a gap' : 'no gap'} when the next list holds ${told.join(', ') || 'nothing'}`, () => {
      expect(gaps(advance(start, lost, online, list(...told)))).to.deep.equal(left);
    });
  }

  it('leaves the gap where it is when live messages come before the list', () => {
    const state = advance(start, lost, online, received(at(6)), list(5, 6));
    expect(shown(state)).to.deep.equal(['m1', 'm2', 'm5', 'm6']);
    expect(gaps(state)).to.deep.equal(['m2']);
  });
});

describe('a page of what was missed', () => {
  const gap = stateAfter(online, list(1, 2), lost, online, list(7, 8));

  it('closes the gap when there is no more', () => {
    const state = advance(gap, page({ after: 'm2' }, [3, 4, 7, 8]));
    expect(shown(state)).to.deep.equal(['m1', 'm2', 'm3', 'm4', 'm7', 'm8']);
    expect(gaps(state)).to.deep.equal([]);
  });

  it('makes it smaller when there is', () => {
    const state = advance(gap, page({ after: 'm2' }, [4, 3], true));
    expect(gaps(state)).to.deep.equal(['m4']);
    const further = advance(state, page({ after: 'm4' }, [5, 6, 7], true), page({ after: 'm7' }, [8]));
    expect(gaps(further)).to.deep.equal([]);
  });

  it('closes it when it is empty', () => {
    expect(gaps(advance(gap, page({ after: 'm2' }, [])))).to.deep.equal([]);
  });

  it('leaves other gaps alone', () => {
    const two = advance(gap, lost, online);
    expect(gaps(two)).to.deep.equal(['m2', 'm8']);
    expect(gaps(advance(two, page({ after: 'm2' }, [3, 4], true)))).to.deep.equal(['m4', 'm8']);
    expect(gaps(advance(two, page({ after: 'm8' }, [9])))).to.deep.equal(['m2']);
  });

  it('is news: what others said while nobody was there is unread', () => {
    const read = advance(gap, { type: 'room-read', roomId: ROOM }, lost, online);
    const state = advance(read, page({ after: 'm8' }, [9, 10]));
    expect(unread(state)).to.equal(2);
    expect(state.rooms.byId.get(ROOM)?.activeAt).to.equal(at(10).createdAt);
  });

  it('confirms an own message that is in it', () => {
    const queued: Action = {
      type: 'message-queued',
      message: { ...at(20, { id: 'key', sender: ada, body: 'Hi' }), clientId: 'key' },
    };
    const departed: Action = { type: 'message-departed', roomId: ROOM, key: 'key', withClientId: false };
    const state = advance(gap, queued, departed, lost, online, {
      type: 'history-received',
      roomId: ROOM,
      place: { after: 'm8' },
      messages: [at(9), at(10, { sender: ada, body: 'Hi' })],
      hasMore: true,
    });
    expect(of(state).entries.get('key')).to.include({ status: 'sent', id: 'm10' });
    expect(gaps(state), 'by its key, which is not its id').to.deep.equal(['key', 'm2']);
  });
});

describe('the newest page, where nothing before it is sure', () => {
  it('leaves a gap behind each message that stands before it: what came live meanwhile has no known neighbour', () => {
    const start = stateAfter(online, history, list(1), lost, online, received(at(5), at(6)));
    expect(gaps(start)).to.deep.equal(['']);
    const state = advance(start, page('newest', [6, 7], true));
    expect(gaps(state)).to.deep.equal(['m1', 'm5']);
    expect(gaps(advance(state, page({ after: 'm1' }, [2, 5, 6, 7])))).to.deep.equal([]);
  });
});

describe('a page of what is older', () => {
  const start = stateAfter(online, list(7, 8));

  it('comes before the first message, and tells whether there is more', () => {
    expect(of(start).older).to.equal('unknown');
    const loading = advance(start, { type: 'older-requested', roomId: ROOM });
    expect(of(loading).older).to.equal('loading');
    const more = advance(loading, page('before', [5, 6], true));
    expect(shown(more)).to.deep.equal(['m5', 'm6', 'm7', 'm8']);
    expect(of(more).older).to.equal('unknown');
    expect(of(advance(more, page('before', [4]))).older).to.equal('none');
    expect(of(advance(more, page('before', []))).older).to.equal('none');
  });

  it('is no news, and changes neither gaps nor the place of the room', () => {
    const state = advance(start, lost, online, page('before', [5, 6]));
    expect(unread(state)).to.equal(0);
    expect(gaps(state)).to.deep.equal(['m8']);
    expect(state.rooms.byId.get(ROOM)).to.equal(start.rooms.byId.get(ROOM));
  });

  it('can fail, for the person to see, or for the next connection to try', () => {
    const failed = (again: boolean) => of(advance(start, { type: 'older-failed', roomId: ROOM, again })).older;
    expect(failed(false)).to.equal('failed');
    expect(failed(true)).to.equal('unknown');
  });

  it('introduces who wrote it', () => {
    const stranger = { id: 'x', name: 'Xenia', email: '' };
    const state = advance(start, {
      type: 'history-received',
      roomId: ROOM,
      place: 'before',
      messages: [at(1, { sender: stranger })],
      hasMore: false,
    });
    expect(state.people.get('x')).to.deep.equal(stranger);
  });

  it('is taken for a room that is not known yet, too', () => {
    const state = stateAfter(page('before', [1]));
    expect(shown(state)).to.deep.equal(['m1']);
    expect(state.rooms.byId.size).to.equal(0);
  });
});

describe('a page of what is newest', () => {
  it('is where a room begins of which nothing was known', () => {
    const empty = stateAfter(online, history, list(), lost, online, list());
    const state = advance(empty, page('newest', [5, 6], true));
    expect(gaps(state)).to.deep.equal([]);
    expect(of(state).older).to.equal('unknown');
    expect(of(advance(empty, page('newest', [5, 6]))).older).to.equal('none');
  });

  it('is no neighbour of what stands before it', () => {
    const state = stateAfter(online, history, list(1), page('newest', [5, 6], true));
    expect(gaps(state)).to.deep.equal(['m1']);
  });
});

describe('a message that comes out of its turn', () => {
  it('may have neighbours that nobody has told', () => {
    const state = stateAfter(online, history, list(3), received(at(1)));
    expect(shown(state)).to.deep.equal(['m1', 'm3']);
    expect(gaps(state)).to.deep.equal(['m1']);
  });

  it('may be the first one that is known of its room, late though it is', () => {
    const state = stateAfter(online, history, list(), received(at(1)));
    expect(gaps(state)).to.deep.equal(['m1']);
    expect(gaps(advance(state, page({ after: 'm1' }, [2])))).to.deep.equal([]);
    expect(shown(advance(state, page({ after: 'm1' }, [2])))).to.deep.equal(['m1', 'm2']);
  });

  it('has none where all that is older is known', () => {
    const state = stateAfter(online, history, list(3), page('before', []), received(at(1)));
    expect(gaps(state)).to.deep.equal([]);
  });

  it('has none on a server without history, where nobody could tell them', () => {
    expect(gaps(stateAfter(online, list(3), received(at(1))))).to.deep.equal([]);
  });

  it('can be suspected by whoever knows more', () => {
    const suspected: Action = { type: 'gap-suspected', roomId: ROOM, key: 'm3' };
    const state = stateAfter(online, history, list(3), suspected);
    expect(gaps(state)).to.deep.equal(['m3']);
    expect(advance(state, suspected)).to.equal(state);
    expect(gaps(advance(state, { ...suspected, key: 'nobody' }))).to.deep.equal(['m3']);
  });
});

describe('whatever is missed and told', () => {
  type Step =
    | { readonly what: 'message' | 'lose' | 'connect' | 'recover' | 'older' | 'send' | 'acknowledge' }
    | { readonly what: 'list' | 'fill'; readonly size: number };
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 6, arbitrary: fc.constant<Step>({ what: 'message' }) },
    {
      weight: 6,
      arbitrary: fc.record({
        what: fc.constantFrom<'lose' | 'connect' | 'recover' | 'older' | 'send' | 'acknowledge'>(
          'lose',
          'connect',
          'recover',
          'older',
          'send',
          'acknowledge',
        ),
      }),
    },
    { weight: 5, arbitrary: fc.record({ what: fc.constantFrom<'list' | 'fill'>('list', 'fill'), size: fc.nat(4) }) },
  );

  /** A server that knows everything, and a person whose connection comes and goes. */
  class World {
    state = stateAfter(history);
    readonly saved: Message[] = [];
    #missed: Message[] = [];
    /** Own message that is on its way; saved, but nobody has told. */
    #unconfirmed: (Message & { readonly clientId: string }) | undefined;
    #isOnline = false;
    #count = 0;

    take(step: Step): void {
      if (step.what === 'message') this.#save();
      else if (step.what === 'lose' && this.#isOnline) this.#lose();
      else if (step.what === 'connect' && !this.#isOnline) this.#connect(false);
      else if (step.what === 'recover' && !this.#isOnline) this.#connect(true);
      else if (step.what === 'send' && this.#isOnline) this.#send();
      else if (!this.#isOnline) return;
      else if (step.what === 'acknowledge') this.#acknowledge();
      else if (step.what === 'older') this.#older();
      else if (step.what === 'list') this.#do(roomsReceived(roomWith(this.saved.slice(this.saved.length - step.size))));
      else if (step.what === 'fill') this.#fill(step.size + 1);
    }

    /** All that the session does by itself, and a person who scrolls up. */
    settle(): void {
      if (!this.#isOnline) this.#connect(false);
      this.#do(roomsReceived(roomWith(this.saved.slice(-1))));
      this.#acknowledge();
      for (let times = 0; times < 200 && gaps(this.state).length > 0; times += 1) this.#fill(2);
      for (let times = 0; times < 200 && of(this.state).older !== 'none'; times += 1) this.#older();
    }

    /** What the server has, and the person has not, is marked as missing where it is missing. */
    check(): void {
      const { order, entries, gaps: marked, older } = of(this.state);
      const confirmed = order.flatMap((key) => {
        const entry = entries.get(key);
        return entry?.status === 'sent' ? [entry] : [];
      });
      expect([...confirmed].sort(compareMessages), 'one order').to.deep.equal(confirmed);
      const ids = new Set(confirmed.map(({ id }) => id));
      expect(ids.size, 'none twice').to.equal(confirmed.length);
      for (const missing of this.saved.filter(({ id }) => !ids.has(id))) {
        const before = confirmed.filter((entry) => compareMessages(entry, missing) < 0).at(-1);
        // All that is behind a gap is asked for, up to the end.
        const known = before ? order.slice(0, order.indexOf(before.key) + 1) : [];
        const isMarked = marked.has('') || (before ? known.some((key) => marked.has(key)) : older !== 'none');
        expect(isMarked, `${missing.id} is missing behind ${before?.id ?? 'the beginning'}`).to.equal(true);
      }
    }

    #do(...actions: Action[]): void {
      this.state = advance(this.state, ...actions);
    }

    #save(changes: Partial<Message> = {}): Message {
      this.#count += 1;
      const saved = at(this.#count, { id: `m${String(this.#count).padStart(3, '0')}`, ...changes });
      this.saved.push(saved);
      if (this.#isOnline) this.#do(received(saved));
      else this.#missed.push(saved);
      return saved;
    }

    #lose(): void {
      this.#isOnline = false;
      this.#missed = [];
      this.#do(lost);
    }

    #connect(isRecovered: boolean): void {
      this.#isOnline = true;
      this.#do(online);
      // On the first connection there is nothing to recover.
      if (!isRecovered || !this.state.rooms.loaded) return;
      this.#do(recovered);
      for (const missed of this.#missed) this.#do(received(missed));
    }

    /** It is saved, and the connection breaks before anybody is told. */
    #send(): void {
      if (this.#unconfirmed) return;
      const clientId = `own-${this.#count + 1}`;
      const own = { ...at(this.#count + 1, { id: clientId, sender: ada, body: clientId }), clientId };
      this.#do({ type: 'message-queued', message: own });
      this.#do({ type: 'message-departed', roomId: ROOM, key: clientId, withClientId: true });
      this.#lose();
      const saved = this.#save({ sender: ada, body: clientId });
      this.#unconfirmed = { ...saved, clientId };
    }

    /** It was sent again: the server tells what it has saved the first time. */
    #acknowledge(): void {
      const own = this.#unconfirmed;
      if (!own) return;
      this.#unconfirmed = undefined;
      if (of(this.state).entries.get(own.clientId)?.status === 'sent') return;
      this.#do(received(own), { type: 'gap-suspected', roomId: ROOM, key: own.clientId });
    }

    #older(): void {
      const first = of(this.state).entries.get(shown(this.state)[0] ?? '');
      if (of(this.state).older === 'none') return;
      const place = first?.status === 'sent' ? 'before' : 'newest';
      const all =
        place === 'before' && first ? this.saved.filter((each) => compareMessages(each, first) < 0) : this.saved;
      this.#page(place, all.slice(-2), all.length > 2);
    }

    #fill(size: number): void {
      const [gap] = of(this.state).gaps;
      if (gap === undefined) return;
      const last = of(this.state).entries.get(gap);
      if (!last) {
        this.#page('newest', this.saved.slice(-size), this.saved.length > size);
        return;
      }
      const behind = this.saved.filter((each) => compareMessages(last, each) < 0);
      this.#page({ after: gap }, behind.slice(0, size), behind.length > size);
    }

    #page(place: HistoryPage['place'], messages: readonly Message[], hasMore: boolean): void {
      this.#do({ type: 'history-received', roomId: ROOM, place, messages, hasMore });
    }
  }

  it('is marked as missing as long as it is, and is complete in the end', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const world = new World();
        for (const each of steps) {
          world.take(each);
          world.check();
        }
        world.settle();
        world.check();
        const ids = shown(world.state).map((key) => of(world.state).entries.get(key)?.id);
        expect(ids).to.deep.equal(world.saved.map(({ id }) => id));
      }),
      { numRuns: 500 },
    );
  });
});
