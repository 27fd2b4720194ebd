import { connect } from "node:net";
import { text } from "node:stream/consumers";
import type { DoorQuestion, RowsByBronhouder } from "./database-door.ts";

/** The databases of the hub, as a test gets at them. */
export interface Databases {
  /** Every row that stands in them now. */
  read(): Promise<RowsByBronhouder>;
  insert(rows: RowsByBronhouder): Promise<void>;
  /** Takes out rows that were put in. */
  remove(rows: RowsByBronhouder): Promise<void>;
}

/** The databases behind the door at this port. */
export function databasesBehind(port: number): Databases {
  const ask = (question: DoorQuestion) => askDoor(port, question);
  return {
    read: () => ask({ kind: "read" }),
    insert: async (rows) => void (await ask({ kind: "insert", rows })),
    remove: async (rows) => void (await ask({ kind: "remove", rows })),
  };
}

// Private.
async function askDoor(port: number, question: DoorQuestion): Promise<RowsByBronhouder> {
  const socket = connect(port, "127.0.0.1");
  socket.end(JSON.stringify(question));
  const { rows, error } = JSON.parse(await text(socket));
  if (error) throw new Error(`The door to the databases: ${error}`);
  return rows;
}
