import { connect, type Socket } from 'node:net';
import { formatAddress, timeoutError, toConnectError } from './errors.js';

/**
 * An open TCP connection, without delay for small packets.
 * Throws `refused`, `dns`, `unreachable`, `timeout` or `connection-failed`, the original as cause.
 */
export function openSocket(host: string, port: number, withinMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true, keepAlive: true });
    const giveUp = setTimeout(() => {
      socket.destroy();
      reject(timeoutError('connect', formatAddress(host, port), withinMs));
    }, withinMs);
    const fail = (error: Error) => {
      clearTimeout(giveUp);
      reject(toConnectError(error, host, port, withinMs));
    };
    socket.once('error', fail);
    socket.once('connect', () => {
      clearTimeout(giveUp);
      socket.off('error', fail);
      resolve(socket);
    });
  });
}
