/** The two moments of a commit at which a server that dies costs a message, or doubles it. */
export type CrashPoint = 'before commit' | 'after commit';

/** What a server process is told by its parent. */
export interface Order {
  readonly crash: CrashPoint;
}

/** What it tells. */
export interface Listening {
  readonly port: number;
}

let ordered: CrashPoint | undefined;

process.on('message', ({ crash }: Order) => {
  ordered = crash;
});

/** Dies here as by `kill -9`, where that was ordered: nothing is written, said or closed any more. */
export function crashPoint(point: CrashPoint): void {
  if (ordered === point) process.kill(process.pid, 'SIGKILL');
}
