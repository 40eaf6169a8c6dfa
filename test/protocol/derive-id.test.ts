import { expect } from '@open-wc/testing';
import { deriveId, isDerivedId } from '../../src/protocol/derive-id.ts';

describe('deriveId', () => {
  it('gives the same id for the same parts', () => {
    expect(deriveId('room', 'ada', 'Hi', 5)).to.equal(deriveId('room', 'ada', 'Hi', 5));
  });

  it('does not confuse where one part ends and the next begins', () => {
    expect(deriveId('ab', 'c')).not.to.equal(deriveId('a', 'bc'));
    expect(deriveId('1')).not.to.equal(deriveId(1));
  });

  it('gives different ids to a hundred thousand similar messages', () => {
    const ids = new Set<string>();
    for (let count = 0; count < 1e5; count += 1)
      ids.add(deriveId('room-1', 'ada', 'USER_TEXT_MESSAGE', `Message ${count}`));
    expect(ids.size).to.equal(1e5);
  });

  it('can be told from the ids of a backend', () => {
    expect(isDerivedId(deriveId('x'))).to.equal(true);
    expect(isDerivedId('61010d7ce4c9786a417b4113')).to.equal(false);
  });
});
