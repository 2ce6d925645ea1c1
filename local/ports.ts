/** Where each part listens; all on 127.0.0.1. */
export interface Ports {
  app: number;
  supabase: number;
  postgres: number;
  jitsi: number;
  carriers: number;
}

export const DEFAULT_PORTS: Ports = {
  app: 8000,
  supabase: 54321,
  postgres: 54322,
  jitsi: 5280,
  carriers: 8025,
};

/** Names every port that another program has. */
export function takenPorts(ports: Ports): string[] {
  return Object.entries(ports).flatMap(([part, port]) => {
    const listener = listen(port);
    listener?.close();
    return listener ? [] : [`${part} ${port}`];
  });
}

/** Five ports that nobody has; all are held until the last one is found, so that they differ. */
export function freePorts(): Ports {
  const held = Object.keys(DEFAULT_PORTS).map((part) => ({
    part,
    listener: Deno.listen({ hostname: "127.0.0.1", port: 0 }),
  }));
  const ports = { ...DEFAULT_PORTS };
  for (const { part, listener } of held) {
    Object.assign(ports, { [part]: listener.addr.port });
    listener.close();
  }
  return ports;
}

function listen(port: number): Deno.TcpListener | undefined {
  try {
    return Deno.listen({ hostname: "127.0.0.1", port });
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) return undefined;
    throw error;
  }
}
