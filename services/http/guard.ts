import { HttpError } from "fresh";
import type { Person } from "@/services/auth/session.ts";

/** What the guards need to know of a request. */
interface Guarded {
  state: { person: Person | null; form?: FormData };
}

/** Thrown where a session is required; the middleware redirects to sign-in and back, and keeps a form's answers. */
export class SignInNeeded extends Error {
  override name = "SignInNeeded";
  constructor(readonly form?: FormData) {
    super("Sign-in needed");
  }
}

/**
 * Whoever is signed in with password and SMS code (AAL2). Throws {@link SignInNeeded}. The form of a POST is kept
 * until then, also when the database finds out later that the session has ended.
 */
export function requirePerson(
  ctx: Guarded,
  form?: FormData,
): Person {
  ctx.state.form = form;
  if (ctx.state.person === null) throw new SignInNeeded(form);
  return ctx.state.person;
}

/** The signed-in patient. Throws {@link SignInNeeded}, or 403 for another kind of account. */
export function requirePatient(
  ctx: Guarded,
  form?: FormData,
): Person {
  return requireKind(ctx, "patient", form);
}

/** The signed-in doctor. Throws {@link SignInNeeded}, or 403 for another kind of account. */
export function requireDoctor(ctx: Guarded, form?: FormData): Person {
  return requireKind(ctx, "doctor", form);
}

function requireKind(
  ctx: Guarded,
  kind: Person["kind"],
  form?: FormData,
): Person {
  const person = requirePerson(ctx, form);
  if (person.kind !== kind) throw new HttpError(403);
  return person;
}
