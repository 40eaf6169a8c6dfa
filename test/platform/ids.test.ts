import { expect } from '@open-wc/testing';
import { createId } from '../../src/platform/ids.ts';

describe('createId', () => {
  it('gives 128 bits as hex, and never the same ones', () => {
    const ids = Array.from({ length: 1000 }, createId);
    expect(new Set(ids).size).to.equal(1000);
    for (const id of ids) expect(id).to.match(/^[0-9a-f]{32}$/);
  });
});
