/** What a backend does with what the contract leaves open. */
export interface Backend {
  readonly name: string;
  /** So many of the newest messages of each room stand in `set_chats`. */
  readonly embeds: number;
  /** Handlers run side by side and finish in any order; else one after the other. */
  readonly isConcurrent: boolean;
  /** Puts what it does not know, such as `client_id`, into its broadcasts. */
  readonly echoesClientId?: true;
  /** Announced in the answer to `connected`; a bare backend answers nothing. */
  readonly capabilities?: readonly ('ack' | 'history')[];
  /** Milliseconds by which its clock differs from the people's. */
  readonly clockDifference?: number;
}

const MINUTE = 60_000;

/** From the barest that the contract allows to one that keeps every promise of the extensions. */
export const BACKENDS: readonly Backend[] = [
  { name: 'bare', embeds: 0, isConcurrent: false },
  { name: 'bare, concurrent', embeds: 0, isConcurrent: true },
  { name: 'bare, tells the last message', embeds: 1, isConcurrent: true, clockDifference: 10 * MINUTE },
  { name: 'bare, tells the history', embeds: Infinity, isConcurrent: false, clockDifference: -10 * MINUTE },
  { name: 'bare, tells the history, concurrent', embeds: Infinity, isConcurrent: true },
  { name: 'bare, tells some history', embeds: 4, isConcurrent: true },
  { name: 'echoes client ids', embeds: Infinity, isConcurrent: true, echoesClientId: true },
  { name: 'ack', embeds: Infinity, isConcurrent: true, capabilities: ['ack'] },
  { name: 'history', embeds: 1, isConcurrent: true, capabilities: ['history'] },
  {
    name: 'ack and history',
    embeds: 1,
    isConcurrent: false,
    capabilities: ['ack', 'history'],
    clockDifference: 10 * MINUTE,
  },
  { name: 'ack and history, concurrent', embeds: 0, isConcurrent: true, capabilities: ['ack', 'history'] },
];
