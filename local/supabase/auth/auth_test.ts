import {
  assert,
  assertEquals,
  assertMatch,
  assertNotEquals,
} from "@std/assert";
import { PROJECT, type TestProject, testProject } from "./testing.ts";
import { totpCode, totpMatches } from "./totp.ts";

const PASSWORD = "a password of good length";

/** An account with a password, confirmed. */
async function newAccount(project: TestProject) {
  const email = `${crypto.randomUUID()}@mail.example`;
  const { data, error } = await project.admin.auth.admin.createUser({
    email,
    password: PASSWORD,
    email_confirm: true,
  });
  assertEquals(error, null);
  assert(data.user);
  return { email, id: data.user.id };
}

/** A client that is signed in by password. */
async function signedIn(project: TestProject, email: string, address?: string) {
  const client = project.client(address);
  const { data, error } = await client.auth.signInWithPassword({
    email,
    password: PASSWORD,
  });
  assertEquals(error, null);
  assert(data.session);
  return { client, session: data.session };
}

Deno.test("Auth, through supabase-js", async (t) => {
  await using project = await testProject(PROJECT);
  const { admin } = project;

  await t.step(
    "an invitation link makes the account, and its token is good once",
    async () => {
      const email = `Invited.${crypto.randomUUID()}@Mail.Example`;
      const link = await admin.auth.admin.generateLink({
        type: "invite",
        email,
        options: { data: { name: "Léa" } },
      });
      assertEquals(link.error, null);
      assertEquals(link.data.user?.email, email.toLowerCase());
      assertEquals(link.data.user?.user_metadata, { name: "Léa" });
      assert(link.data.user?.invited_at);
      assertEquals(link.data.properties?.verification_type, "invite");
      assertMatch(link.data.properties?.email_otp ?? "", /^\d{6}$/);
      assertMatch(link.data.properties?.hashed_token ?? "", /^[0-9a-f]{56}$/);
      assertEquals(project.calls.length, 0);

      const client = project.client();
      const token_hash = link.data.properties?.hashed_token ?? "";
      const first = await client.auth.verifyOtp({ type: "invite", token_hash });
      assertEquals(first.error, null);
      assert(first.data.user?.email_confirmed_at);
      const again = await project.client().auth.verifyOtp({
        type: "invite",
        token_hash,
      });
      assertEquals([again.error?.status, again.error?.code], [
        403,
        "otp_expired",
      ]);
      assertEquals(
        again.error?.message,
        "Email link is invalid or has expired",
      );

      const set = await client.auth.updateUser({ password: PASSWORD });
      assertEquals(set.error, null);
      const { session } = await signedIn(project, email);
      assertEquals(
        session.user.identities?.[0]?.identity_data?.email_verified,
        true,
      );
      const twice = await admin.auth.admin.generateLink({
        type: "invite",
        email,
      });
      assertEquals([twice.error?.status, twice.error?.code], [
        422,
        "email_exists",
      ]);
    },
  );

  await t.step("a stranger learns nothing from a refused sign-in", async () => {
    const { email } = await newAccount(project);
    for (const address of [email, "nobody@mail.example"]) {
      const { error } = await project.client().auth.signInWithPassword({
        email: address,
        password: "wrong",
      });
      assertEquals([error?.status, error?.code, error?.message], [
        400,
        "invalid_credentials",
        "Invalid login credentials",
      ]);
    }
  });

  await t.step(
    "an account that is not confirmed, or banned, cannot sign in",
    async () => {
      const email = `${crypto.randomUUID()}@mail.example`;
      const { data } = await admin.auth.admin.createUser({
        email,
        password: PASSWORD,
      });
      const { error } = await project.client().auth.signInWithPassword({
        email,
        password: PASSWORD,
      });
      assertEquals(error?.code, "email_not_confirmed");
      const id = data.user?.id ?? "";
      await admin.auth.admin.updateUserById(id, {
        email_confirm: true,
        ban_duration: "1h30m",
      });
      const banned = await project.client().auth.signInWithPassword({
        email,
        password: PASSWORD,
      });
      assertEquals(banned.error?.code, "user_banned");
      await admin.auth.admin.updateUserById(id, { ban_duration: "none" });
      await signedIn(project, email);
    },
  );

  await t.step(
    "a refresh token is good once; the answer that was lost is given again",
    async () => {
      const { email } = await newAccount(project);
      const { client, session } = await signedIn(project, email);
      const first = await client.auth.refreshSession({
        refresh_token: session.refresh_token,
      });
      assertNotEquals(first.data.session?.refresh_token, session.refresh_token);
      const lost = await project.client().auth.refreshSession({
        refresh_token: session.refresh_token,
      });
      assertEquals(
        lost.data.session?.refresh_token,
        first.data.session?.refresh_token,
      );
    },
  );

  await t.step(
    "ten refreshes of one token at once come to one new token",
    async () => {
      const { email } = await newAccount(project);
      const { session } = await signedIn(project, email);
      const answers = await Promise.all(
        Array.from({ length: 10 }, () =>
          project.client().auth.refreshSession({
            refresh_token: session.refresh_token,
          })),
      );
      const tokens = new Set(
        answers.map(({ data }) => data.session?.refresh_token),
      );
      assertEquals(tokens.size, 1);
      assert(![...tokens].includes(undefined));
    },
  );

  await t.step(
    "a refresh token stolen and used late ends the whole session",
    async () => {
      const { email } = await newAccount(project);
      const { client, session } = await signedIn(project, email);
      const second = await client.auth.refreshSession({
        refresh_token: session.refresh_token,
      });
      const third = await client.auth.refreshSession({
        refresh_token: second.data.session?.refresh_token ?? "",
      });
      assert(third.data.session);
      await project.db
        .admin`update auth.refresh_tokens set updated_at = now() - interval '11 seconds' where revoked`;
      const thief = await project.client().auth.refreshSession({
        refresh_token: session.refresh_token,
      });
      assertEquals([thief.error?.status, thief.error?.code], [
        400,
        "refresh_token_already_used",
      ]);
      assertEquals(thief.error?.message, "Invalid Refresh Token: Already Used");
      const owner = await project.client().auth.refreshSession({
        refresh_token: third.data.session.refresh_token,
      });
      assertEquals(owner.error?.code, "refresh_token_already_used");
      const unknown = await project.client().auth.refreshSession({
        refresh_token: "unknown",
      });
      assertEquals(unknown.error?.code, "refresh_token_not_found");
    },
  );

  await t.step(
    "phone MFA: enrol, challenge, verify; the session rises to AAL2 and the others end",
    async () => {
      const { email } = await newAccount(project);
      const other = await signedIn(project, email, "10.0.0.1");
      const { client } = await signedIn(project, email, "10.0.0.1");
      const enrolled = await client.auth.mfa.enroll({
        factorType: "phone",
        phone: "+352 621 123 456",
        friendlyName: "mobile",
      });
      assertEquals(enrolled.error, null);
      const factorId = enrolled.data?.id ?? "";
      const challenge = await client.auth.mfa.challenge({
        factorId,
        channel: "sms",
      });
      assertEquals(challenge.error, null);
      const call = project.calls.at(-1);
      assertEquals([call?.sms?.phone, call?.sms?.sms_type], [
        "352621123456",
        "mfa",
      ]);
      assertEquals(call?.metadata.ip_address, "10.0.0.1");
      const challengeId = challenge.data?.id ?? "";
      const code = call?.sms?.otp ?? "";

      const wrong = await client.auth.mfa.verify({
        factorId,
        challengeId,
        code: code === "000000" ? "000001" : "000000",
      });
      assertEquals([wrong.error?.status, wrong.error?.code], [
        422,
        "mfa_verification_failed",
      ]);
      const right = await client.auth.mfa.verify({
        factorId,
        challengeId,
        code,
      });
      assertEquals(right.error, null);
      const claims = await client.auth.getClaims();
      assertEquals(claims.data?.claims.aal, "aal2");
      assertEquals(
        claims.data?.claims.amr?.map((entry) =>
          typeof entry === "string" ? entry : entry.method
        ),
        [
          "mfa/phone",
          "password",
        ],
      );
      const replay = await client.auth.mfa.verify({
        factorId,
        challengeId,
        code,
      });
      assertEquals(replay.error?.code, "mfa_ip_address_mismatch");
      const ended = await other.client.auth.getUser();
      assertEquals(ended.error?.name, "AuthSessionMissingError");
      const factors = await client.auth.mfa.listFactors();
      assertEquals(
        factors.data?.phone.map(({ status }) => status),
        ["verified"],
      );
      const refreshed = await client.auth.refreshSession();
      assertEquals(refreshed.error, null);
      assertEquals(
        (await client.auth.mfa.getAuthenticatorAssuranceLevel()).data
          ?.currentLevel,
        "aal2",
      );

      const weak = await signedIn(project, email);
      const second = await weak.client.auth.mfa.enroll({
        factorType: "phone",
        phone: "+352621000000",
        friendlyName: "x",
      });
      assertEquals([second.error?.status, second.error?.code], [
        403,
        "insufficient_aal",
      ]);
      const password = await weak.client.auth.updateUser({
        password: "another good password",
      });
      assertEquals([password.error?.status, password.error?.code], [
        401,
        "insufficient_aal",
      ]);
      const removal = await weak.client.auth.mfa.unenroll({ factorId });
      assertEquals([removal.error?.status, removal.error?.code], [
        422,
        "insufficient_aal",
      ]);
      assertEquals((await client.auth.mfa.unenroll({ factorId })).error, null);
      const dropped = await client.auth.refreshSession();
      assertEquals(dropped.error, null);
      assertEquals(
        (await client.auth.mfa.getAuthenticatorAssuranceLevel()).data
          ?.currentLevel,
        "aal1",
      );
    },
  );

  await t.step(
    "codes that go out at the same moment: each person gets theirs, and a double click is no failure",
    async () => {
      const people = await Promise.all(
        ["352621300011", "352621300012"].map(async (phone, index) => {
          const { email } = await newAccount(project);
          const address = `10.0.4.${1 + index}`;
          const { client } = await signedIn(project, email, address);
          const { data } = await client.auth.mfa.enroll({
            factorType: "phone",
            phone,
          });
          return { mfa: client.auth.mfa, factorId: data?.id ?? "" };
        }),
      );
      for (let round = 0; round < 10; round++) {
        await project.db
          .admin`update auth.mfa_factors set last_challenged_at = null`;
        const answers = await Promise.all(
          [...people, ...people].map(({ mfa, factorId }) =>
            mfa.challenge({ factorId })
          ),
        );
        const failures = answers.map(({ error }) => error?.status ?? 200)
          .filter((status) => status >= 500);
        assertEquals(failures, []);
      }
      const [first, second] = people;
      await project.db.admin`
        update auth.mfa_factors set last_challenged_at = '2026-01-01T00:00:00.000001Z'
        where id in (${first?.factorId ?? ""}, ${second?.factorId ?? ""})`;
    },
  );

  await t.step(
    "a challenge answered from another address is refused",
    async () => {
      const { email } = await newAccount(project);
      const { client, session } = await signedIn(project, email, "10.0.0.2");
      const enrolled = await client.auth.mfa.enroll({
        factorType: "phone",
        phone: "+352621123457",
        friendlyName: "m",
      });
      const factorId = enrolled.data?.id ?? "";
      const challenge = await client.auth.mfa.challenge({
        factorId,
        channel: "sms",
      });
      const elsewhere = project.client("10.0.0.3");
      await elsewhere.auth.setSession(session);
      const answer = await elsewhere.auth.mfa.verify({
        factorId,
        challengeId: challenge.data?.id ?? "",
        code: project.calls.at(-1)?.sms?.otp ?? "",
      });
      assertEquals([answer.error?.status, answer.error?.code], [
        422,
        "mfa_ip_address_mismatch",
      ]);
    },
  );

  await t.step(
    "an expired challenge and a foreign factor are refused",
    async () => {
      const { email } = await newAccount(project);
      const { client } = await signedIn(project, email);
      const enrolled = await client.auth.mfa.enroll({
        factorType: "phone",
        phone: "+352621123458",
        friendlyName: "m",
      });
      const factorId = enrolled.data?.id ?? "";
      const challenge = await client.auth.mfa.challenge({
        factorId,
        channel: "sms",
      });
      const challengeId = challenge.data?.id ?? "";
      await project.db
        .admin`update auth.mfa_challenges set created_at = now() - interval '6 minutes' where id = ${challengeId}`;
      const late = await client.auth.mfa.verify({
        factorId,
        challengeId,
        code: project.calls.at(-1)?.sms?.otp ?? "",
      });
      assertEquals(late.error?.code, "mfa_challenge_expired");
      const stranger = await signedIn(
        project,
        (await newAccount(project)).email,
      );
      const foreign = await stranger.client.auth.mfa.challenge({
        factorId,
        channel: "sms",
      });
      assertEquals([foreign.error?.status, foreign.error?.code], [
        404,
        "mfa_factor_not_found",
      ]);
    },
  );

  await t.step("a failing SMS hook leaves no challenge behind", async () => {
    const { email } = await newAccount(project);
    const { client } = await signedIn(project, email);
    const enrolled = await client.auth.mfa.enroll({
      factorType: "phone",
      phone: "+352621123459",
      friendlyName: "m",
    });
    const factorId = enrolled.data?.id ?? "";
    project.answerHooks(() =>
      Response.json({
        error: { http_code: 422, message: "secret of the carrier" },
      })
    );
    const challenge = await client.auth.mfa.challenge({
      factorId,
      channel: "sms",
    });
    project.answerHooks(null);
    assertEquals([challenge.error?.status, challenge.error?.message], [
      500,
      "error invoking hook",
    ]);
    const rows = await project.db
      .admin`select from auth.mfa_challenges where factor_id = ${factorId}`;
    assertEquals(rows.count, 0);
  });

  await t.step(
    "recovery: the same answer for a stranger; the link signs in, a new password ends other sessions",
    async () => {
      const { email } = await newAccount(project);
      const other = await signedIn(project, email);
      const before = project.calls.length;
      assertEquals(
        (await project.client().auth.resetPasswordForEmail(
          "nobody@mail.example",
        )).error,
        null,
      );
      assertEquals(project.calls.length, before);
      assertEquals(
        (await project.client().auth.resetPasswordForEmail(email)).error,
        null,
      );
      const sent = project.calls.at(-1)?.email_data;
      assertEquals(sent?.email_action_type, "recovery");
      const client = project.client();
      const verified = await client.auth.verifyOtp({
        type: "recovery",
        token_hash: sent?.token_hash ?? "",
      });
      assertEquals(verified.error, null);
      const same = await client.auth.updateUser({ password: PASSWORD });
      assertEquals([same.error?.status, same.error?.code], [
        422,
        "same_password",
      ]);
      const weak = await client.auth.updateUser({ password: "short" });
      assertEquals([weak.error?.status, weak.error?.name], [
        422,
        "AuthWeakPasswordError",
      ]);
      assertEquals(
        (await client.auth.updateUser({ password: "another good password" }))
          .error,
        null,
      );
      assertEquals(
        (await other.client.auth.getUser()).error?.name,
        "AuthSessionMissingError",
      );
      const old = await project.client().auth.signInWithPassword({
        email,
        password: PASSWORD,
      });
      assertEquals(old.error?.code, "invalid_credentials");
    },
  );

  await t.step(
    "a code by e-mail signs in once, and a wrong one never",
    async () => {
      const { email } = await newAccount(project);
      assertEquals(
        (await project.client().auth.signInWithOtp({
          email,
          options: { shouldCreateUser: false },
        })).error,
        null,
      );
      const token = project.calls.at(-1)?.email_data?.token ?? "";
      const wrong = await project.client().auth.verifyOtp({
        email,
        type: "email",
        token: token === "000000" ? "000001" : "000000",
      });
      assertEquals([wrong.error?.status, wrong.error?.message], [
        403,
        "Token has expired or is invalid",
      ]);
      assertEquals(
        (await project.client().auth.verifyOtp({ email, type: "email", token }))
          .error,
        null,
      );
      assertEquals(
        (await project.client().auth.verifyOtp({ email, type: "email", token }))
          .error?.code,
        "otp_expired",
      );
    },
  );

  await t.step(
    "a link that is followed leads to the site, with the session behind the #",
    async () => {
      const { email } = await newAccount(project);
      const link = await admin.auth.admin.generateLink({
        type: "magiclink",
        email,
        options: { redirectTo: "http://localhost:8000/fr?a=1" },
      });
      const response = await fetch(link.data.properties?.action_link ?? "", {
        redirect: "manual",
      });
      await response.body?.cancel();
      const target = new URL(response.headers.get("location") ?? "");
      assertEquals([response.status, target.pathname, target.search], [
        303,
        "/fr",
        "?a=1",
      ]);
      const token =
        new URLSearchParams(target.hash.slice(1)).get("access_token") ?? "";
      assertEquals(
        (await project.client().auth.getUser(token)).data.user?.email,
        email,
      );
    },
  );

  await t.step(
    "a link sent to an address that is no longer the account's confirms nothing",
    async () => {
      const { email, id } = await newAccount(project);
      await project.client().auth.resetPasswordForEmail(email);
      const token_hash = project.calls.at(-1)?.email_data?.token_hash ?? "";
      await admin.auth.admin.updateUserById(id, {
        email: `${crypto.randomUUID()}@mail.example`,
      });
      assertEquals(
        (await project.client().auth.verifyOtp({
          type: "recovery",
          token_hash,
        })).error?.code,
        "otp_expired",
      );
    },
  );

  await t.step("an expired link is refused", async () => {
    const { email, id } = await newAccount(project);
    await project.client().auth.resetPasswordForEmail(email);
    await project.db
      .admin`update auth.users set recovery_sent_at = now() - interval '61 minutes' where id = ${id}`;
    const token_hash = project.calls.at(-1)?.email_data?.token_hash ?? "";
    const { error } = await project.client().auth.verifyOtp({
      type: "recovery",
      token_hash,
    });
    assertEquals(error?.code, "otp_expired");
  });

  await t.step(
    "a new e-mail address is confirmed from both addresses, in either order",
    async () => {
      const { email } = await newAccount(project);
      const { client } = await signedIn(project, email);
      const wanted = `${crypto.randomUUID()}@mail.example`;
      const asked = await client.auth.updateUser({ email: wanted });
      assertEquals(asked.data.user?.new_email, wanted);
      const sent = project.calls.at(-1)?.email_data;
      const first = await project.client().auth.verifyOtp({
        email: wanted,
        token: sent?.token_new ?? "",
        type: "email_change",
      });
      assertEquals([first.error, first.data.session ?? null], [null, null]);
      assertEquals((await client.auth.getUser()).data.user?.email, email);
      const second = await project.client().auth.verifyOtp({
        token_hash: sent?.token_hash_new ?? "",
        type: "email_change",
      });
      assertEquals(second.data.user?.email, wanted);
      const taken = await client.auth.updateUser({
        email: (await newAccount(project)).email,
      });
      assertEquals([taken.error?.status, taken.error?.code], [
        422,
        "email_exists",
      ]);
    },
  );

  await t.step("a new phone number is confirmed by its code", async () => {
    const { email } = await newAccount(project);
    const { client } = await signedIn(project, email);
    assertEquals(
      (await client.auth.updateUser({ phone: "+352621777888" })).error,
      null,
    );
    const sms = project.calls.at(-1)?.sms;
    assertEquals([sms?.sms_type, sms?.phone], ["phone_change", "352621777888"]);
    const changed = await client.auth.verifyOtp({
      type: "phone_change",
      phone: "+352621777888",
      token: sms?.otp ?? "",
    });
    assertEquals(changed.data.user?.phone, "352621777888");
    assert(changed.data.user?.phone_confirmed_at);
  });

  await t.step("signing out ends the sessions of its scope", async () => {
    const { email } = await newAccount(project);
    const [one, two, three] = await Promise.all(
      [1, 2, 3].map(() => signedIn(project, email)),
    );
    assert(one && two && three);
    await one.client.auth.signOut({ scope: "others" });
    assertEquals(
      (await two.client.auth.getUser()).error?.name,
      "AuthSessionMissingError",
    );
    assertEquals((await one.client.auth.getUser()).error, null);
    await one.client.auth.signOut({ scope: "local" });
    const after = await project.client().auth.getUser(one.session.access_token);
    assertEquals(after.error?.name, "AuthSessionMissingError");
    const four = await signedIn(project, email);
    assertEquals(
      (await admin.auth.admin.signOut(four.session.access_token, "global"))
        .error,
      null,
    );
    assertEquals(
      (await four.client.auth.getUser()).error?.name,
      "AuthSessionMissingError",
    );
  });

  await t.step(
    "signing up sends a confirmation, and a taken address looks the same",
    async () => {
      const email = `${crypto.randomUUID()}@mail.example`;
      const client = project.client();
      const fresh = await client.auth.signUp({
        email,
        password: PASSWORD,
        options: { data: { name: "Tom" } },
      });
      assertEquals([fresh.error, fresh.data.session], [null, null]);
      const sent = project.calls.at(-1)?.email_data;
      assertEquals(sent?.email_action_type, "signup");
      assertEquals(
        (await client.auth.verifyOtp({
          email,
          token: sent?.token ?? "",
          type: "signup",
        })).error,
        null,
      );
      const phone = `352661${Math.floor(Math.random() * 900_000 + 100_000)}`;
      await admin.auth.admin.updateUserById(fresh.data.user?.id ?? "", {
        phone,
      });
      const taken = await project.client().auth.signUp({
        email,
        password: PASSWORD,
      });
      assertEquals([
        taken.error,
        taken.data.session,
        taken.data.user?.identities,
        taken.data.user?.phone,
      ], [null, null, [], ""]);
      assertNotEquals(taken.data.user?.id, fresh.data.user?.id);
    },
  );

  await t.step(
    "users are listed by page, changed and deleted by the service role only",
    async () => {
      const { id, email } = await newAccount(project);
      const page = await admin.auth.admin.listUsers({ page: 1, perPage: 2 });
      assertEquals(page.data.users.length, 2);
      assertEquals("nextPage" in page.data && page.data.nextPage, 2);
      const changed = await admin.auth.admin.updateUserById(id, {
        user_metadata: { a: 1, b: 2 },
        app_metadata: { kind: "patient" },
      });
      assertEquals(changed.data.user?.app_metadata, {
        provider: "email",
        providers: ["email"],
        kind: "patient",
      });
      const phone = `352621${Math.floor(Math.random() * 900_000 + 100_000)}`;
      const reachable = await admin.auth.admin.updateUserById(id, {
        phone,
        phone_confirm: true,
        app_metadata: { kind: null },
      });
      assertEquals(reachable.data.user?.app_metadata, {
        provider: "email",
        providers: ["email", "phone"],
      });
      assertEquals(
        reachable.data.user?.identities?.map(({ provider, identity_data }) => [
          provider,
          identity_data?.phone_verified,
        ]),
        [["email", false], ["phone", true]],
      );
      const merged = await admin.auth.admin.updateUserById(id, {
        user_metadata: { a: null },
      });
      assertEquals(merged.data.user?.user_metadata, {
        b: 2,
        email_verified: true,
      });
      const { client } = await signedIn(project, email);
      const forbidden = await client.auth.admin.deleteUser(id);
      assertEquals([forbidden.error?.status, forbidden.error?.code], [
        403,
        "not_admin",
      ]);
      assertEquals((await admin.auth.admin.deleteUser(id)).error, null);
      const gone = await client.auth.getUser();
      assertEquals([gone.error?.status, gone.error?.code], [
        403,
        "user_not_found",
      ]);
      const unknown = await admin.auth.admin.getUserById(id);
      assertEquals([unknown.error?.status, unknown.error?.code], [
        404,
        "user_not_found",
      ]);
    },
  );

  await t.step("an authenticator app serves as a factor too", async () => {
    const { email } = await newAccount(project);
    const { client } = await signedIn(project, email);
    const enrolled = await client.auth.mfa.enroll({
      factorType: "totp",
      friendlyName: "app",
    });
    assertEquals(enrolled.error, null);
    assertMatch(enrolled.data?.totp.uri ?? "", /^otpauth:\/\/totp\//);
    const factorId = enrolled.data?.id ?? "";
    const bad = await client.auth.mfa.challengeAndVerify({
      factorId,
      code: "abcdef",
    });
    assertEquals(bad.error?.message, "Invalid TOTP code entered");
    const code = totpCode(enrolled.data?.totp.secret ?? "", Date.now());
    assertEquals(
      (await client.auth.mfa.challengeAndVerify({ factorId, code })).error,
      null,
    );
    assertEquals(
      (await client.auth.mfa.getAuthenticatorAssuranceLevel()).data
        ?.currentLevel,
      "aal2",
    );
  });

  await t.step(
    "an address and a number belong to one account, also when two ask at once",
    async () => {
      const email = `${crypto.randomUUID()}@mail.example`;
      const both = await Promise.all(
        [1, 2].map(() =>
          admin.auth.admin.createUser({ email, phone: "+352691000111" })
        ),
      );
      assertEquals(both.map(({ error }) => error?.code).sort(), [
        "email_exists",
        undefined,
      ]);
      const phone = await admin.auth.admin.createUser({
        phone: "+352 691 000 111",
      });
      assertEquals([phone.error?.status, phone.error?.code], [
        422,
        "phone_exists",
      ]);
      const wrong = await admin.auth.admin.createUser({ phone: "abc" });
      assertEquals([wrong.error?.status, wrong.error?.code], [
        400,
        "validation_failed",
      ]);
    },
  );

  await t.step(
    "a person without a name is anonymous only where the project allows it",
    async () => {
      assertEquals(
        (await project.client().auth.signInAnonymously()).error?.code,
        "anonymous_provider_disabled",
      );
    },
  );
});

Deno.test("Auth, with sessions that end, old sign-ins asked again, one address to confirm and hooks that refuse", async () => {
  const settings = PROJECT.replace(
    "[auth.email]",
    "[auth.email]\ndouble_confirm_changes = false\nsecure_password_change = true",
  ) + `
[auth.sessions]
inactivity_timeout = "1h"
[auth.hook.before_user_created]
enabled = true
uri = "pg-functions://postgres/public/only_example"
`;
  await using project = await testProject(settings);
  await project.db.admin.unsafe(`
    create function public.only_example(event jsonb) returns jsonb language sql as $$
      select case when event -> 'user' ->> 'email' like '%@mail.example' then '{}'::jsonb
        else '{"error": {"http_code": 403, "message": "not here"}}'::jsonb end
    $$;
    grant usage on schema public to supabase_auth_admin`);
  const refused = await project.client().auth.signUp({
    email: "a@other.example",
    password: PASSWORD,
  });
  assertEquals([refused.error?.status, refused.error?.message], [
    403,
    "not here",
  ]);
  assertEquals((await project.db.admin`select from auth.users`).count, 0);

  const { email } = await newAccount(project);
  const { client } = await signedIn(project, email);
  const wanted = `${crypto.randomUUID()}@mail.example`;
  await client.auth.updateUser({ email: wanted });
  const token_hash = project.calls.at(-1)?.email_data?.token_hash ?? "";
  assertEquals(
    (await project.client().auth.verifyOtp({
      token_hash,
      type: "email_change",
    })).data.user?.email,
    wanted,
  );

  await project.db
    .admin`update auth.sessions set created_at = now() - interval '25 hours'`;
  const password = "another good password";
  assertEquals(
    (await client.auth.updateUser({ password })).error?.code,
    "reauthentication_needed",
  );
  assertEquals((await client.auth.reauthenticate()).error, null);
  const nonce = project.calls.at(-1)?.email_data?.token ?? "";
  const wrong = await client.auth.updateUser({
    password,
    nonce: nonce === "000000" ? "000001" : "000000",
  });
  assertEquals([wrong.error?.status, wrong.error?.code], [
    422,
    "reauthentication_not_valid",
  ]);
  assertEquals((await client.auth.updateUser({ password, nonce })).error, null);

  await project.db
    .admin`update auth.sessions set refreshed_at = now() - interval '61 minutes'`;
  const late = await client.auth.refreshSession();
  assertEquals([late.error?.status, late.error?.code], [
    400,
    "session_expired",
  ]);
});

Deno.test("what a project leaves switched off is refused as upstream does; switched on it is not here, by its name", async () => {
  const ON =
    "[auth.external.google]\nenabled = true\n[auth.web3.solana]\nenabled = true\n";
  for (const on of [false, true]) {
    await using project = await testProject(
      on
        ? PROJECT.replace("[auth]", "[auth]\nenable_manual_linking = true") + ON
        : PROJECT,
    );
    const { email } = await newAccount(project);
    const { client } = await signedIn(project, email);
    const answers = [
      await client.auth.signInWithIdToken({ provider: "google", token: "x" }),
      await client.auth.signInWithWeb3({
        chain: "solana",
        message: "x",
        signature: new Uint8Array(3),
      }),
      await client.auth.linkIdentity({ provider: "google" }),
    ];
    assertEquals(
      answers.map(({ error }) => [error?.status, error?.message]),
      on
        ? [
          [
            501,
            "Sign-in with a token of google is not part of the local services",
          ],
          [
            501,
            "Sign-in with a wallet (web3) is not part of the local services",
          ],
          [501, "Linking of identities is not part of the local services"],
        ]
        : [
          [
            400,
            'Provider (issuer "https://accounts.google.com") is not enabled',
          ],
          [422, "Web3 provider is disabled"],
          [404, "Manual linking is disabled"],
        ],
    );
    const sso = await client.auth.signInWithSSO({ domain: "company.example" });
    assertEquals([sso.error?.status, sso.error?.message], [
      404,
      "SAML 2.0 is disabled",
    ]);
    const enrolled = await client.auth.mfa.enroll({
      factorType: "webauthn",
      friendlyName: "key",
    });
    assertEquals(enrolled.error?.code, "mfa_webauthn_enroll_not_enabled");
    const authorize = await fetch(
      `${project.url}/auth/v1/authorize?provider=google`,
    );
    assertEquals(authorize.status, on ? 501 : 400);
    await authorize.body?.cancel();
  }
});

Deno.test("codes of an authenticator app are those of RFC 6238", () => {
  const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  assertEquals(
    [59, 1111111109, 20000000000].map((at) => totpCode(secret, at * 1000)),
    ["287082", "081804", "353130"],
  );
  assert(totpMatches(secret, "287082", 89_000));
  assert(!totpMatches(secret, "287082", 120_000));
});
