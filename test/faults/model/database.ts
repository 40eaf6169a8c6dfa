/** A message as a server has saved it. */
export interface Row {
  readonly id: string;
  readonly roomId: string;
  readonly body: string;
  readonly senderId: string;
  /** Epoch milliseconds of the server's clock. */
  readonly createdAt: number;
  readonly clientId?: string;
}

/** What a server has saved, in the order of saving: the truth. Survives crashes of the server. */
export class Database {
  readonly rows: Row[] = [];

  save(row: Omit<Row, 'id'>): Row {
    // As MongoDB's: they grow, and are compared as text.
    const saved = { ...row, id: `row-${String(this.rows.length + 1).padStart(6, '0')}` };
    this.rows.push(saved);
    return saved;
  }

  of(roomId: string): readonly Row[] {
    return this.rows.filter((row) => row.roomId === roomId);
  }

  find(senderId: string, clientId: string): Row | undefined {
    return this.rows.find((row) => row.senderId === senderId && row.clientId === clientId);
  }
}
