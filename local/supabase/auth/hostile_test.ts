import { assert, assertEquals } from "@std/assert";
import { PROJECT, testProject } from "./testing.ts";

/** What a hostile caller puts where a text, a number or an object belongs. */
const VALUES: unknown[] = [
  "",
  "x",
  "a@b.c",
  "victim@mail.example",
  "recovery",
  "invite",
  "phone",
  "totp",
  "sms",
  "phone_change",
  "email_change_new",
  "+352621123456",
  "'; drop table auth.users; --",
  "\ud800",
  "%00",
  "../../admin/users",
  "constructor",
  "__proto__",
  "x".repeat(5_000),
  "00000000-0000-0000-0000-000000000000",
  0,
  -1,
  1e308,
  true,
  null,
  [],
  ["a"],
  {},
  { toString: "x" },
];
const MEMBERS = [
  "email",
  "phone",
  "password",
  "token",
  "token_hash",
  "type",
  "refresh_token",
  "data",
  "user_metadata",
  "app_metadata",
  "factor_type",
  "friendly_name",
  "challenge_id",
  "code",
  "channel",
  "new_email",
  "redirect_to",
  "id",
  "role",
  "aud",
  "ban_duration",
  "password_hash",
  "email_confirm",
  "create_user",
  "nonce",
  "should_soft_delete",
  "__proto__",
];
const ROUTES = [
  ..."signup verify recover otp magiclink resend invite factors logout".split(
    " ",
  ).map((path) => ["POST", `/${path}`]),
  ..."password refresh_token pkce id_token x".split(" ").map((
    grant,
  ) => ["POST", `/token?grant_type=${grant}`]),
  ["PUT", "/user"],
  ["POST", "/factors/:id/challenge"],
  ["POST", "/factors/:id/verify"],
  ["DELETE", "/factors/:id"],
  ["POST", "/admin/generate_link"],
  ["POST", "/admin/users"],
  ["PUT", "/admin/users/:id"],
  ["DELETE", "/admin/users/:id"],
  ["GET", "/admin/users/:id/factors"],
  ["DELETE", "/admin/users/:id/factors/:id"],
  ["GET", "/verify?token=:id&type=:id&redirect_to=:id"],
  ["GET", "/admin/users?page=:id&per_page=:id"],
] as const;

/** The same numbers at every run, so that a failure can be seen again. */
function random(seed: number) {
  return (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor(seed / 2 ** 31 * below);
  };
}

Deno.test("whatever the body, path or query: Auth refuses or obeys, and never fails", async () => {
  await using project = await testProject(PROJECT);
  const { admin } = project;
  const [email, password] = [
    "victim@mail.example",
    "a password of good length",
  ];
  const { data } = await admin.auth.admin.createUser({
    email,
    password,
    email_confirm: true,
  });
  const client = project.client();
  const { data: { session } } = await client.auth.signInWithPassword({
    email,
    password,
  });
  const pick = random(20_261_123);
  const any = <T>(list: readonly T[]): T => {
    const item = list[pick(list.length)];
    assert(item !== undefined);
    return item;
  };
  const { secret, anon, serviceRole } = project.apiKeys;
  const tokens = [serviceRole, anon, session?.access_token ?? ""];
  const statuses = new Set<number>();
  for (let round = 0; round < 600; round++) {
    const [method, path] = any(ROUTES);
    const where = path.replaceAll(
      ":id",
      () => encodeURIComponent(String(any(VALUES.slice(0, 20))).toWellFormed()),
    );
    const entries = Array.from(
      { length: 1 + pick(5) },
      () => [any(MEMBERS), VALUES[pick(VALUES.length)]],
    );
    const body = `{${
      entries.map(([name, value]) =>
        `${JSON.stringify(name)}:${JSON.stringify(value)}`
      ).join(",")
    }}`;
    const response = await fetch(`${project.url}/auth/v1${where}`, {
      method,
      body: method === "GET" ? undefined : body,
      headers: {
        apikey: secret,
        authorization: `Bearer ${any(tokens)}`,
        "sb-forwarded-for": `10.0.${round >> 8}.${round & 255}`, // the limits are another test's
      },
      redirect: "manual",
    });
    const text = await response.text();
    statuses.add(response.status);
    assert(
      response.status < 500 || response.status === 501,
      `${method} ${where} ${body}: ${response.status} ${text}`,
    );
    assert(
      !text.includes("encrypted_password") && !text.includes("$2a$"),
      text,
    );
  }
  assert(
    [200, 400, 403, 404, 422].every((status) => statuses.has(status)),
    [...statuses].join(),
  );
  // Nobody was changed by what was not his own or the service role's to say.
  const after = await admin.auth.admin.getUserById(data.user?.id ?? "");
  assertEquals(after.data.user?.email, email);
});
