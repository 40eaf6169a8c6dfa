import { expect } from '@open-wc/testing';
import { Listeners } from '../../src/connection/listeners.ts';

describe('Listeners', () => {
  it('are told until their subscription ends', () => {
    const listeners = new Listeners<(what: string) => void>();
    const told: string[] = [];
    const end = listeners.add((what) => told.push(what));
    listeners.tell((listener) => {
      listener('one');
    });
    end();
    listeners.tell((listener) => {
      listener('two');
    });
    expect(told).to.deep.equal(['one']);
  });

  it('are not told any more when one before them ended their subscription', () => {
    const listeners = new Listeners<() => void>();
    let told = 0;
    listeners.add(() => {
      end();
    });
    const end = listeners.add(() => (told += 1));
    listeners.tell((listener) => {
      listener();
    });
    expect(told).to.equal(0);
  });

  it('are told although one before them throws, which is reported', () => {
    const { onerror } = window;
    const reported: unknown[] = [];
    window.onerror = (_message, _source, _line, _column, error) => {
      reported.push(error);
      return true;
    };
    const listeners = new Listeners<() => void>();
    const thrown = new Error('from a listener');
    let told = 0;
    listeners.add(() => {
      throw thrown;
    });
    listeners.add(() => (told += 1));
    listeners.tell((listener) => {
      listener();
    });
    window.onerror = onerror;
    expect(told).to.equal(1);
    expect(reported).to.deep.equal([thrown]);
  });

  it('are all gone once they are cleared', () => {
    const listeners = new Listeners<() => void>();
    let told = 0;
    listeners.add(() => (told += 1));
    listeners.clear();
    listeners.tell((listener) => {
      listener();
    });
    expect(told).to.equal(0);
  });
});
