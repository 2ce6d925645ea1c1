/** What a push service was given for a browser. */
export interface Pushed {
  headers: Headers;
  /** As the browser decrypts it. */
  text: string;
}

/** How long a message may take, in milliseconds. */
const TIMEOUT_MS = 15_000;

/**
 * A push service with one browser, whose keys the test holds (RFC 8030, RFC 8291). `status` is what it answers from
 * then on; `next` waits for the next message.
 */
export async function newPushService() {
  const keys = await crypto.subtle.generateKey(
    { name: "ECDH", namedCurve: "P-256" },
    true,
    ["deriveBits"],
  );
  const auth = crypto.getRandomValues(new Uint8Array(16));
  const point = new Uint8Array(
    await crypto.subtle.exportKey("raw", keys.publicKey),
  );
  const service = { status: 201 };
  let arrived = Promise.withResolvers<Pushed>();
  const server = Deno.serve({
    port: 0,
    hostname: "127.0.0.1",
    onListen: () => {},
  }, async (request) => {
    const body = new Uint8Array(await request.arrayBuffer());
    const text = await decrypt(body, keys.privateKey, point, auth);
    arrived.resolve({ headers: request.headers, text });
    return new Response(null, { status: service.status });
  });
  const url = (bytes: Uint8Array) =>
    bytes.toBase64({ alphabet: "base64url", omitPadding: true });
  return Object.assign(service, {
    subscription: {
      endpoint: `http://127.0.0.1:${server.addr.port}/push/1`,
      keys: { p256dh: url(point), auth: url(auth) },
    },
    async next(): Promise<Pushed> {
      const { promise, reject } = arrived;
      const timer = setTimeout(
        () => reject(new Error("nothing was pushed")),
        TIMEOUT_MS,
      );
      const pushed = await promise.finally(() => clearTimeout(timer));
      arrived = Promise.withResolvers();
      return pushed;
    },
    [Symbol.asyncDispose]: () => server.shutdown(),
  });
}

/** The content of a message in the encoding aes128gcm (RFC 8188), encrypted for Web Push (RFC 8291). */
async function decrypt(
  body: Uint8Array<ArrayBuffer>,
  privateKey: CryptoKey,
  ownPoint: Uint8Array<ArrayBuffer>,
  auth: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const salt = body.slice(0, 16);
  const keyEnds = 21 + (body[20] ?? 0);
  const senderPoint = body.slice(21, keyEnds);
  const sender = await crypto.subtle.importKey(
    "raw",
    senderPoint,
    { name: "ECDH", namedCurve: "P-256" },
    false,
    [],
  );
  const shared = await crypto.subtle.deriveBits(
    { name: "ECDH", public: sender },
    privateKey,
    256,
  );
  const words = (text: string) => new TextEncoder().encode(text);
  const info = new Uint8Array([
    ...words("WebPush: info\0"),
    ...ownPoint,
    ...senderPoint,
  ]);
  const secret = await derive(shared, auth, info, 32);
  const key = await crypto.subtle.importKey(
    "raw",
    await derive(secret, salt, words("Content-Encoding: aes128gcm\0"), 16),
    "AES-GCM",
    false,
    ["decrypt"],
  );
  const iv = await derive(secret, salt, words("Content-Encoding: nonce\0"), 12);
  const padded = await crypto.subtle.decrypt(
    { name: "AES-GCM", iv },
    key,
    body.slice(keyEnds),
  );
  // The last record ends with a 2, then zeros.
  const bytes = new Uint8Array(padded);
  return new TextDecoder().decode(bytes.subarray(0, bytes.lastIndexOf(2)));
}

async function derive(
  secret: ArrayBuffer,
  salt: BufferSource,
  info: BufferSource,
  bytes: number,
): Promise<ArrayBuffer> {
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, [
    "deriveBits",
  ]);
  return await crypto.subtle.deriveBits(
    { name: "HKDF", hash: "SHA-256", salt, info },
    key,
    bytes * 8,
  );
}
