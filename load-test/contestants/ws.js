// A relay on ws, as its documentation has it: a room is a path, everybody in it gets what one of them says.
import { WebSocketServer } from 'ws';

const rooms = new Map();
const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.env.PORT), perMessageDeflate: false });

server.on('connection', (socket, request) => {
  let room = rooms.get(request.url);
  if (!room) rooms.set(request.url, (room = new Set()));
  room.add(socket);
  socket.on('message', (data) => {
    for (const each of room) each.send(data, { binary: false });
  });
  socket.on('close', () => {
    room.delete(socket);
    if (room.size === 0) rooms.delete(request.url);
  });
});

// Whoever has started it is gone.
process.stdin.resume().on('end', () => process.exit());
