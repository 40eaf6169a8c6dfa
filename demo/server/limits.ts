import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Config } from './config.ts';
import { Refusal } from './refusal.ts';

export type LimitName = 'messages' | 'rooms' | 'signals' | 'reads' | 'connections';

/** How often somebody may do something. */
export class Limits {
  readonly #limiters: Readonly<Record<LimitName, RateLimiterMemory>>;

  constructor({ limits }: Config) {
    const limiter = (keyPrefix: LimitName, points: number, duration: number): RateLimiterMemory =>
      new RateLimiterMemory({ keyPrefix, points, duration });
    this.#limiters = {
      messages: limiter('messages', limits.messagesPerMinute, 60),
      rooms: limiter('rooms', limits.roomsPerHour, 3600),
      signals: limiter('signals', limits.signalsPerMinute, 60),
      reads: limiter('reads', limits.readsPerMinute, 60),
      connections: limiter('connections', limits.connectionsPerMinute, 60),
    };
  }

  /**
   * @param key whose limit: a user's id or an address
   * @throws Refusal with the code `rate_limited`
   */
  async spend(name: LimitName, key: string): Promise<void> {
    try {
      await this.#limiters[name].consume(key);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      throw new Refusal(
        'rate_limited',
        `That was too often. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
      );
    }
  }
}
