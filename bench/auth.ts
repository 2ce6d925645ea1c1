import { createAuth } from "../local/supabase/auth/mod.ts";
import { parseConfig } from "../local/supabase/config.ts";
import { createKeys, newSigningKey } from "../local/supabase/keys.ts";
import { testDatabase } from "../local/supabase/testing.ts";
import type { Row } from "./rest.ts";

const CALLERS = 8;
const ROUNDS = 3;
const CONFIG = `
[auth.rate_limit]
token_refresh = 100000000
`;
const EMAIL = "patient@mail.example";
const PASSWORD = "a password of good length";

interface Session {
  access_token: string;
  refresh_token: string;
}

/**
 * Sign-ins, refreshes and looks at the own account a second through Auth, each beside the least that Postgres
 * must do for it: eight callers each, in turns, the best of three rounds.
 */
export async function rows(): Promise<Row[]> {
  await using db = await testDatabase();
  const keys = await createKeys({
    jwtKeys: [await newSigningKey()],
    jwtSecret: "only the signing key above is used here",
  });
  await using auth = createAuth({
    db,
    keys,
    config: parseConfig(CONFIG),
    externalUrl: "http://auth.local",
  });
  const ask = async (path: string, token: string | null, body?: unknown) => {
    const response = await auth.fetch(
      new Request(`http://auth.local${path}`, {
        method: body === undefined ? "GET" : "POST",
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
      { token, address: "127.0.0.1" },
    );
    const answer = await response.json();
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const exp = Math.floor(Date.now() / 1000) + 3600;
  const admin = await keys.sign({ role: "service_role", exp });
  await ask("/admin/users", admin, {
    email: EMAIL,
    password: PASSWORD,
    email_confirm: true,
  });
  const signIn = (): Promise<Session> =>
    ask("/token?grant_type=password", null, {
      email: EMAIL,
      password: PASSWORD,
    });
  const sessions = await Promise.all(Array.from({ length: CALLERS }, signIn));
  const [stored] = await db.admin<{ hash: string }[]>`
    select encrypted_password as hash from auth.users`;
  const hash = stored?.hash ?? "";

  return [
    await compare("auth: sign-in by password", 40, signIn, {
      floor: "bcrypt in Postgres",
      run: () => db.admin`select extensions.crypt(${PASSWORD}, ${hash})`,
    }),
    await compare("auth: refresh", 400, async (caller) => {
      const refresh_token = sessions[caller]?.refresh_token;
      const body = { refresh_token };
      sessions[caller] = await ask(
        "/token?grant_type=refresh_token",
        null,
        body,
      );
    }, {
      floor: "one committed update",
      run: () => db.admin`update auth.users set updated_at = now()`,
    }),
    await compare(
      "auth: own account",
      800,
      (caller) => ask("/user", sessions[caller]?.access_token ?? ""),
      {
        floor: "select the user",
        run: () => db.admin`select * from auth.users where email = ${EMAIL}`,
      },
    ),
  ];
}

async function compare(
  name: string,
  requests: number,
  ours: (caller: number) => Promise<unknown>,
  { floor, run }: { floor: string; run: () => PromiseLike<unknown> },
): Promise<Row> {
  let [value, floorValue] = [0, 0];
  for (let round = 0; round <= ROUNDS; round++) {
    const [a, b] = [
      await perSecond(requests, ours),
      await perSecond(requests, run),
    ];
    if (round === 0) continue; // warms both up
    value = Math.max(value, a);
    floorValue = Math.max(floorValue, b);
  }
  return {
    name,
    unit: "requests/s",
    value,
    floor,
    floorValue,
    ratio: value / floorValue,
  };
}

async function perSecond(
  requests: number,
  run: (caller: number) => PromiseLike<unknown>,
): Promise<number> {
  let left = requests;
  const started = performance.now();
  await Promise.all(Array.from({ length: CALLERS }, async (_, caller) => {
    while (left-- > 0) await run(caller);
  }));
  return requests / (performance.now() - started) * 1000;
}

if (import.meta.main) console.table(await rows());
