// A relay on Colyseus: a room of its own kind without a state, whose messages go to everybody in it.
import { Room, Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';

// Seconds: the players of thousands of rooms are all matched before the first of them comes.
const RESERVED = 120;

class Relay extends Room {
  onCreate(options) {
    this.maxClients = Number(options.seats);
    this.seatReservationTimeout = RESERVED;
    this.setPatchRate(null);
    this.maxMessagesPerSecond = Infinity;
    this.onMessage('m', (_, text) => this.broadcast('m', text));
  }
}

const server = new Server({ transport: new WebSocketTransport({ perMessageDeflate: false }), greet: false });
server.define('relay', Relay).filterBy(['table']);
await server.listen(Number(process.env.PORT), '127.0.0.1');

// Whoever has started it is gone.
process.stdin.resume().on('end', () => process.exit());
