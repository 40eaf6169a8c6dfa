import { expect } from '@open-wc/testing';
import { meet, named } from '../../src/store/people.ts';
import { ada, grace, linus, room } from '../support/fixtures.ts';
import { roomsReceived, stateAfter } from '../support/state-after.ts';

const bare = (id: string) => ({ id, name: '', email: '' });
const known = stateAfter({ type: 'contacts-given', contacts: [grace] });

describe('meet', () => {
  it('learns people', () => {
    const state = meet(known, [linus]);
    expect([...state.people.values()]).to.have.deep.members([grace, linus]);
    expect(state.people.get(grace.id)).to.equal(known.people.get(grace.id));
  });

  it('never lets an empty name or address erase a known one', () => {
    expect(meet(known, [bare(grace.id)])).to.equal(known);
    const told = meet(known, [{ ...bare(grace.id), email: 'new@example.org' }]);
    expect(told.people.get(grace.id)).to.deep.equal({ ...grace, email: 'new@example.org' });
    const twice = meet(known, [linus, bare(linus.id)]);
    expect(twice.people.get(linus.id)).to.deep.equal(linus);
  });

  it('takes over another name', () => {
    expect(meet(known, [{ ...grace, name: 'Amazing Grace' }]).people.get(grace.id)?.name).to.equal('Amazing Grace');
  });

  it('changes nothing for those it knows, and for nobody', () => {
    expect(meet(known, [{ ...grace }])).to.equal(known);
    expect(meet(known, [bare('')])).to.equal(known);
    expect(meet(known, [])).to.equal(known);
  });

  it('names participants of whom only the id was known, and leaves the other rooms as they are', () => {
    const state = stateAfter(
      roomsReceived(
        { room: room({ participants: [ada, bare(grace.id), bare(linus.id)] }), messages: [] },
        { room: room({ id: 'room-2', participants: [ada] }), messages: [] },
      ),
    );
    const after = meet(state, [grace]);
    expect(after.rooms.byId.get('room-1')?.participants).to.deep.equal([ada, grace, bare(linus.id)]);
    expect(after.rooms.byId.get('room-2')).to.equal(state.rooms.byId.get('room-2'));
    expect(after.rooms.order).to.equal(state.rooms.order);
  });

  it('leaves the rooms alone where only a stranger is named', () => {
    expect(meet(known, [linus]).rooms).to.equal(known.rooms);
  });
});

describe('named', () => {
  it('prefers what was told, then what is known', () => {
    const other = { ...grace, name: 'G.' };
    expect(named(other, known.people)).to.equal(other);
    expect(named(bare(grace.id), known.people)).to.equal(known.people.get(grace.id));
    expect(named(bare('x'), known.people)).to.deep.equal(bare('x'));
  });
});
