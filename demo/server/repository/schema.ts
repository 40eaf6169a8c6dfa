/** The tables, as the queries see them. Moments are ISO texts in UTC, so that every database keeps and sorts them alike. */
export interface Database {
  users: {
    id: string;
    name: string;
    email: string;
    /** 1 when name and address come from a token, 0 when somebody else told them. */
    is_proven: number;
  };
  rooms: {
    id: string;
    name: string;
    /** 0 or 1: not every database has booleans. */
    is_group: number;
    /** The sorted ids of the two people of a direct room, so that there is one for each pair; null for groups. */
    pair: string | null;
    /** The number that the last message got. */
    last_number: number;
    created_at: string;
    updated_at: string;
  };
  participants: { room_id: string; user_id: string };
  messages: {
    id: string;
    room_id: string;
    /** Counts up within the room: the one order for everybody. */
    number: number;
    user_id: string;
    /** The sender's own key of the message, where it came with one; unique for each sender. */
    client_id: string | null;
    type: string;
    body: string;
    created_at: string;
  };
}
