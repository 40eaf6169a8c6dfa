import { randomBytes } from 'node:crypto';

const machine = randomBytes(5).toString('hex');
let counter = 0;

/** 24 hex digits like a MongoDB ObjectId: seconds, process, counter. Sorts in the order of creation within a process. */
export function createId(now = Date.now()): string {
  counter = (counter + 1) % 0x1000000;
  return (
    Math.floor(now / 1000)
      .toString(16)
      .padStart(8, '0') +
    machine +
    counter.toString(16).padStart(6, '0')
  );
}
