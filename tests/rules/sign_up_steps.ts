import { assert, assertEquals } from "@std/assert";
import { newEmail, newMatricule, newPhone, serviceClient } from "../people.ts";

/** What somebody types who signs up. */
export function form(over: Record<string, string> = {}) {
  return {
    form_id: crypto.randomUUID() as string,
    matricule: newMatricule(),
    first_name: "Zoé",
    last_name: "Wagner",
    email: newEmail(),
    phone: newPhone(),
    street: "1, rue Neuve",
    postal_code: "1111",
    city: "Luxembourg",
    country: "LU",
    language: "fr" as const,
    ...over,
  };
}

/** Sends the form; the id of the sign-up and its code. */
export async function begin(answers: ReturnType<typeof form>) {
  const { data, error } = await serviceClient().rpc("begin_sign_up", answers);
  assertEquals(error, null);
  const [row] = data ?? [];
  assert(row);
  return row;
}

/** A sign-up whose code was right and whose link went out; returns the link's hash. */
export async function confirmed(answers: ReturnType<typeof form>) {
  const { id, code } = await begin(answers);
  const client = serviceClient();
  const checked = await client.rpc("check_sign_up_code", {
    sign_up_id: id,
    code,
  });
  assertEquals(checked.data, "right");
  const link_hash = crypto.randomUUID();
  await client.rpc("add_sign_up_link", { sign_up_id: id, link_hash });
  return { id, link_hash };
}

/** What opening the link and choosing a password does. */
export async function complete(id: string, email: string, password?: string) {
  const client = serviceClient();
  const { data } = await client.auth.admin.createUser({
    email,
    password,
    email_confirm: true,
    app_metadata: { kind: "patient", sign_up_id: id },
  });
  const user_id = data.user?.id ??
    (await client.rpc("user_of_sign_up", { sign_up_id: id })).data;
  if (!user_id) return false;
  const done = await client.rpc("complete_sign_up", {
    sign_up_id: id,
    user_id,
  });
  return done.error ?? done.data;
}
