// A relay on Socket.IO: WebSockets only, no compression, as its page on performance advises; bufferutil is installed.
import { Server } from 'socket.io';

const io = new Server(Number(process.env.PORT), { transports: ['websocket'], perMessageDeflate: false, serveClient: false });

io.on('connection', (socket) => {
  const room = socket.handshake.query.room;
  socket.join(room);
  socket.emit('joined');
  socket.on('m', (text) => io.to(room).emit('m', text));
});

// Whoever has started it is gone.
process.stdin.resume().on('end', () => process.exit());
