import { createServer, request } from 'node:http';
import { connect } from 'node:net';

/** A proxy between one browser and the world that can lose every connection, as a train in a tunnel does. */
export class Tunnel {
  #open = true;
  #sockets = new Set();
  #server = createServer((asked, answer) => {
    const { hostname, port, pathname, search } = new URL(asked.url);
    const options = { hostname, port, path: pathname + search, method: asked.method, headers: asked.headers };
    const onward = request(options, (got) => {
      answer.writeHead(got.statusCode, got.headers);
      got.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });

  constructor() {
    this.#server.on('connection', (socket) => {
      if (!this.#open) return socket.destroy();
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      socket.on('error', () => {});
    });
    this.#server.on('connect', (asked, socket, head) => {
      const [host, port] = asked.url.split(':');
      const onward = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        onward.write(head);
        onward.pipe(socket).pipe(onward);
      });
      onward.on('error', () => socket.destroy());
      socket.on('close', () => onward.destroy());
    });
  }

  /** @returns {Promise<{server: string, bypass: string}>} what a browser context takes as its proxy */
  async listen() {
    await new Promise((done) => this.#server.listen(0, '127.0.0.1', done));
    return { server: `http://127.0.0.1:${this.#server.address().port}`, bypass: '<-loopback>' };
  }

  enter() {
    this.#open = false;
    for (const socket of this.#sockets) socket.destroy();
  }

  leave() {
    this.#open = true;
  }

  close() {
    this.enter();
    this.#server.close();
  }
}
