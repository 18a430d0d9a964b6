import { connect, createServer, type Server, type Socket } from "node:net";

/** A way to a server that can be cut. */
export interface CuttingProxy {
  /** The address by which the server is reached through the proxy. */
  url: string;
  /** From now on, whoever sends this text gets it through, but never hears the answer. */
  cutAfter(text: string): void;
  close(): Promise<void>;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (typeof address === "object" && address) resolve(address.port);
      else reject(new Error("no port"));
    });
  });
}

/** Stands between a client and the server of an address. */
export async function startCuttingProxy(address: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(address);
  const open = new Set<Socket>();
  let cut: string | null = null;

  const server = createServer((client) => {
    const target = connect(Number(port), hostname);
    for (const socket of [client, target]) {
      open.add(socket);
      socket.on("error", () => undefined).on("close", () => open.delete(socket));
    }
    target.on("data", (bytes) => client.write(bytes)).on("close", () => client.destroy());
    client.on("close", () => target.end());
    client.on("data", (bytes) => {
      if (cut !== null && bytes.includes(cut)) {
        cut = null;
        target.removeAllListeners("data").on("data", () => client.destroy());
      }
      target.write(bytes);
    });
  });
  const url = new URL(address);
  url.port = `${await listen(server)}`;
  return {
    url: url.href,
    cutAfter: (text) => {
      cut = text;
    },
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
